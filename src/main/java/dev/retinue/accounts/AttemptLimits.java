package dev.retinue.accounts;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How often one may try, so that nobody guesses passwords or makes accounts by the thousand. */
@ConfigMapping(prefix = "retinue.attempts")
interface AttemptLimits {

    /** Wrong passwords for one account, from one address or one known browser, in 15 minutes. */
    @WithDefault("10")
    int passwords();

    /** Wrong passwords for one account from all browsers that are not known, in an hour. */
    @WithDefault("60")
    int passwordsOfAccount();

    /** Wrong passwords from one address, in 15 minutes. */
    @WithDefault("50")
    int passwordsFromAddress();

    /** New accounts from one address, in an hour. */
    @WithDefault("20")
    int signUps();
}
