package dev.retinue.web;

/**
 * Which texts came lately, in a room that does not grow: of two that share a place, the later is remembered. Two that are taken for one
 * are rare, and whoever asks must bear it.
 */
class Lately {

    private static final int BITS = 11;

    private final int[] hashes = new int[1 << BITS];

    /** Whether it came before; now it has. Of two who tell of it at once, neither may hear of the other. */
    boolean again(String text) {
        var hash = spread(text.hashCode());
        var place = hash >>> Integer.SIZE - BITS;
        var before = hashes[place] == hash;
        hashes[place] = hash;
        return before;
    }

    /** Texts that are alike have hashes that are alike: spread by the golden ratio. */
    private static int spread(int hash) {
        return hash * 0x9E3779B9;
    }
}
