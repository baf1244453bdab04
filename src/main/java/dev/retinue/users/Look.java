package dev.retinue.users;

/**
 * Somebody looks at somebody.
 *
 * @param key by which the other is found, as {@link Username#key} makes it
 * @param viewer the id of the member who looks
 */
record Look(String key, long viewer) {}
