package dev.retinue.portability;

/** Whoever waits for something long is told how far it is. */
public interface Progress {

    /** So many bytes more. */
    void advance(long bytes);

    /** The next thing to wait for, in a few words. */
    void step(String words);
}
