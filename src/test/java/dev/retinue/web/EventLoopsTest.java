package dev.retinue.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retinue.support.RetinueTest;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.impl.VertxInternal;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class EventLoopsTest extends RetinueTest {

    @Inject
    Vertx vertx;

    @Test
    void halfOfTheProcessorsAreLeftToTheDatabase() {
        var processors = Runtime.getRuntime().availableProcessors();
        var threads = Stream.generate(this::eventLoop).limit(2L * processors).distinct();
        assertThat(threads).hasSize(EventLoops.among(processors));
    }

    @Test
    void halfOfThemAreOneAtLeast() {
        assertThat(EventLoops.among(1)).isEqualTo(1);
        assertThat(EventLoops.among(3)).isEqualTo(1);
        assertThat(EventLoops.among(16)).isEqualTo(8);
    }

    @Test
    void theOperatorMayChooseHowMany() {
        var options = new VertxOptions();
        new EventLoops(Optional.of(7)).accept(options);
        assertThat(options.getEventLoopPoolSize()).isEqualTo(7);
    }

    /** Each time the next one's. */
    private Thread eventLoop() {
        var thread = new CompletableFuture<Thread>();
        ((VertxInternal) vertx).createEventLoopContext().runOnContext(here -> thread.complete(Thread.currentThread()));
        return thread.join();
    }
}
