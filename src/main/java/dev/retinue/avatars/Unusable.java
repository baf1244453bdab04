package dev.retinue.avatars;

/** Why a file cannot become an avatar; the message is a sentence for the person who chose it. */
public class Unusable extends Exception {

    private static final long serialVersionUID = 1;

    Unusable(String sentence) {
        super(sentence);
    }

    Unusable(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
