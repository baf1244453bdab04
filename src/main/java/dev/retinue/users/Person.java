package dev.retinue.users;

/** Somebody as a page shows them: by picture and name. */
public interface Person {

    long id();

    String username();

    /** The key of the picture, or null where there is none. */
    String avatar();
}
