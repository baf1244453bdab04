package dev.retinue.accounts;

import java.security.SecureRandom;
import java.util.Base64;

/** What nobody guesses: 256 random bits in Base64 for addresses (RFC 4648, 5). */
class Token {

    private static final int BYTES = 32;

    private static final SecureRandom RANDOM = new SecureRandom();

    private Token() {}

    static String random() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
