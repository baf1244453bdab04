package dev.retinue.portability;

/** A file that cannot be imported; the message is a sentence for whoever sent it. */
public class Unreadable extends Exception {

    private static final long serialVersionUID = 1;

    Unreadable(String sentence) {
        super(sentence);
    }
}
