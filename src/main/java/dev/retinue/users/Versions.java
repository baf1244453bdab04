package dev.retinue.users;

/** Of the counts of two users when they were looked at: as long as they stay the same, neither has done anything. */
record Versions(long follower, long followed) {}
