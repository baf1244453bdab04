package dev.retinue.users;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much one member may follow, so that nobody follows everyone in the hope of being followed. */
@ConfigMapping(prefix = "retinue.limits")
interface Limits {

    /** How many anyone may follow. */
    @WithDefault("7500")
    long following();

    /** Beyond that, how many for each of the own followers. */
    @WithDefault("1.1")
    double followingPerFollower();

    /** How many new ones within 24 hours. */
    @WithDefault("400")
    long newADay();

    /** The same, for accounts that are younger than a week. */
    @WithDefault("100")
    long newADayAtFirst();

    /** How often one may begin to follow somebody, the same ones again included, within a minute. */
    @WithDefault("60")
    long aMinute();
}
