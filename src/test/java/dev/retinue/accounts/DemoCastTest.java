package dev.retinue.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retinue.support.Browser;
import dev.retinue.support.RetinueTest;
import dev.retinue.support.Transactions;
import dev.retinue.users.User;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DemoCastTest extends RetinueTest {

    @Inject
    DemoCast demo;

    @BeforeEach
    void nobodyIsHere() {
        Transactions.run(() -> User.<User>listAll().forEach(User::delete));
        demo.possible = true;
        demo.wanted = true;
    }

    @Test
    void anEmptyEmbeddedDatabaseIsFilledBeforeAnyPageIsServed() {
        enter();
        assertThat(users()).isEqualTo(14);
        assertThat(Browser.visitor().page("/@Daniel_Bates/followers").select(".person"))
                .hasSizeGreaterThan(4);
    }

    @Test
    void whereSomeoneIsNobodyEnters() {
        cast.user("Lena");
        enter();
        assertThat(users()).isEqualTo(1);
    }

    @Test
    void nobodyEntersAnExternalDatabase() {
        demo.possible = false;
        enter();
        assertThat(users()).isZero();
    }

    @Test
    void nobodyEntersWhereASettingSaysSo() {
        demo.wanted = false;
        enter();
        assertThat(users()).isZero();
    }

    private void enter() {
        demo.enter(new StartupEvent());
    }

    private static long users() {
        return Transactions.count(() -> User.count());
    }
}
