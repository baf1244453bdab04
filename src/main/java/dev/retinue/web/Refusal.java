package dev.retinue.web;

/** What was asked for is against a rule of the product; the message is a sentence for the person who asked. */
public class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1;

    public Refusal(String sentence) {
        super(sentence);
    }
}
