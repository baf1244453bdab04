package dev.retinue.web;

/** More is asked for than can be done now. Whoever asked is answered with 503, and when to try again. */
public class Busy extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** Until it is worth trying again. */
    static final int SECONDS = 5;
}
