package dev.retinue.users;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.retinue.web.Busy;
import io.quarkus.elytron.security.common.BcryptUtil;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * How passwords are kept: by bcrypt, of the text in NFC. Bcrypt reads 72 bytes, so of a longer password it gets the SHA-384 in
 * Base64. As many are hashed at once as the machine has processors; some more wait, and whoever comes then is refused as
 * {@link Busy}: a flood of log-ins leaves pages to be read.
 */
public class PasswordHash {

    static final int COST = 12;

    private static final int BCRYPT_BYTES = 72;

    private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();

    /** As many wait for each that is at it: some seconds. */
    private static final int WAITING = 10 * PROCESSORS;

    private static final Semaphore TURNS = new Semaphore(PROCESSORS, true);

    /** Of a password that nobody knows, so that it takes as long as any other to find that it does not match. */
    static final String NOBODYS = of(UUID.randomUUID().toString());

    private PasswordHash() {}

    /** @throws Busy where too many wait already */
    public static String of(String password) {
        return inTurn(() -> BcryptUtil.bcryptHash(readable(password), COST));
    }

    static boolean matches(String password, String hash) {
        return inTurn(() -> BcryptUtil.matches(readable(password), hash));
    }

    /** Takes as long as to find that a password is wrong. */
    public static void matchNobodys(String password) {
        matches(password, NOBODYS);
    }

    /** Whether it was made in another way than today's. */
    static boolean isOutdated(String hash) {
        return !hash.startsWith("$2a$" + COST + "$");
    }

    /** What bcrypt gets of the password. */
    public static String readable(String password) {
        var text = Passwords.inNfc(password);
        var bytes = text.getBytes(UTF_8);
        return bytes.length <= BCRYPT_BYTES ? text : Base64.getEncoder().encodeToString(sha384(bytes));
    }

    /**
     * Hashes when there is room to.
     *
     * @throws Busy where too many wait already
     */
    public static <T> T inTurn(Supplier<T> hashing) {
        if (TURNS.getQueueLength() >= WAITING) {
            throw new Busy();
        }
        TURNS.acquireUninterruptibly();
        try {
            return hashing.get();
        } finally {
            TURNS.release();
        }
    }

    private static byte[] sha384(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-384").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-384 but this one", e);
        }
    }
}
