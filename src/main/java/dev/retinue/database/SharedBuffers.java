package dev.retinue.database;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * What the processes of the embedded PostgreSQL keep of the database together: an eighth of the memory. Of a machine that is the
 * database's alone, a quarter is the usual beginning (PostgreSQL manual, "Resource Consumption"); here the site has its part.
 *
 * @param megabytes 128, which is PostgreSQL's own choice, to 1,024
 */
record SharedBuffers(long megabytes) {

    private static final int PART = 8;

    private static final long LEAST = 128;

    private static final long MOST = 1_024;

    private static final long MEGABYTE = 1 << 20;

    /** Of this machine, or of the container that limits it. */
    static SharedBuffers here() {
        return of(
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize());
    }

    /** @param memory in bytes */
    static SharedBuffers of(long memory) {
        return new SharedBuffers(Math.max(LEAST, Math.min(MOST, memory / PART / MEGABYTE)));
    }

    /** As PostgreSQL reads it. */
    @Override
    public String toString() {
        return megabytes + "MB";
    }
}
