package dev.retinue.accounts;

import dev.retinue.users.Digest;
import dev.retinue.users.User;
import dev.retinue.users.Username;
import dev.retinue.web.SecurityLog;
import io.agroal.api.AgroalDataSource;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.jdbc.PrimaryKeyMapper;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import io.github.bucket4j.postgresql.PostgreSQLSelectForUpdateBasedProxyManager;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Who may try once more, by {@link AttemptLimits}: token buckets in the database, the same for all instances. Outside of
 * transactions, because what was tried stays tried.
 */
@ApplicationScoped
public class Attempts {

    private static final Duration QUARTER = Duration.ofMinutes(15);

    private static final Duration HOUR = Duration.ofHours(1);

    /** How many buckets that are full again go with each attempt, which makes three at most. */
    private static final int CLEANED = 5;

    static final String WRONG = "That is not your password.";

    private static final String PASSWORDS = "There were too many wrong passwords.";

    @Inject
    AgroalDataSource database;

    @Inject
    AttemptLimits limits;

    private PostgreSQLSelectForUpdateBasedProxyManager<String> buckets;

    @PostConstruct
    void open() {
        buckets = Bucket4jPostgreSQL.selectForUpdateBasedBuilder(database)
                .primaryKeyMapper(PrimaryKeyMapper.STRING)
                .table("buckets")
                .expiresAtColumn("expires_at")
                .expirationAfterWrite(ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(QUARTER))
                .build();
    }

    /**
     * To log in. Who was logged in on this browser before has tries of their own, so that no stranger can use them up; others
     * share those of their address, and what there is for the account.
     *
     * @param user whose name it is, if anybody's
     */
    Attempt logIn(String username, Optional<User> user, RoutingContext context) {
        var account = Username.key(username);
        var device = user.flatMap(found -> KnownDevice.in(context).filter(known -> known.isOf(found)));
        if (device.isPresent()) {
            var own = bucket("device", account + "/" + device.get().nonce(), limits.passwords(), QUARTER);
            return attempt(PASSWORDS, own);
        }
        var address = Address.of(context);
        return attempt(
                PASSWORDS,
                bucket("address", address, limits.passwordsFromAddress(), QUARTER),
                bucket("account at address", account + "/" + address, limits.passwords(), QUARTER),
                bucket("account", account, limits.passwordsOfAccount(), HOUR));
    }

    /** What is wrong with a password that somebody gives who is logged in; nothing where it is the user's. */
    Optional<String> objection(User user, String password, RoutingContext context) {
        var attempt = attempt(PASSWORDS, bucket("member", user.id.toString(), limits.passwords(), QUARTER));
        attempt.take();
        var matched = attempt.trying(() -> Optional.of(user.password()).filter(kept -> kept.matches(password)));
        if (matched.isPresent()) {
            return Optional.empty();
        }
        SecurityLog.note("wrong password", user.username, context);
        return Optional.of(WRONG);
    }

    Attempt signUp(RoutingContext context) {
        return attempt(
                "There were too many new accounts from your network.",
                bucket("sign-up", Address.of(context), limits.signUps(), HOUR));
    }

    private Attempt attempt(String tooMany, Bucket... taken) {
        buckets.removeExpired(CLEANED);
        return new Attempt(tooMany, List.of(taken));
    }

    private Bucket bucket(String kind, String who, int most, Duration time) {
        return buckets.builder().build(Digest.sha256(kind + " " + who + " " + most), () -> BucketConfiguration.builder()
                .addLimit(limit -> limit.capacity(most).refillGreedy(most, time))
                .build());
    }
}
