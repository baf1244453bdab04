package dev.retinue.web;

import io.quarkus.vertx.VertxOptionsCustomizer;
import io.vertx.core.VertxOptions;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How many threads read what browsers ask and write what they get: half as many as there are processors. The other half is left to the
 * database and to whoever asks it, as a thread that has been answered and waits for a processor keeps all that ask from being answered.
 */
@ApplicationScoped
class EventLoops implements VertxOptionsCustomizer {

    private final int number;

    /** @param chosen by the operator */
    EventLoops(@ConfigProperty(name = "quarkus.vertx.event-loops-pool-size") Optional<Integer> chosen) {
        number = chosen.orElse(among(Runtime.getRuntime().availableProcessors()));
    }

    @Override
    public void accept(VertxOptions options) {
        options.setEventLoopPoolSize(number);
    }

    static int among(int processors) {
        return Math.max(1, processors / 2);
    }
}
