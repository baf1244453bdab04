package dev.retinue.web;

/** What was asked for is against a rule of the product; the message is a sentence for the person who asked. */
public class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient LocalPath back;

    /** @param back where the person was, and can try again */
    public Refusal(String sentence, LocalPath back) {
        super(sentence);
        this.back = back;
    }

    LocalPath back() {
        return back;
    }
}
