package dev.retinue.users;

/** Where a page of a list begins: at the top, after a row, or (backwards) before one. The top has no key. */
record Place(Step step, ListKey key) {

    enum Step {
        TOP,
        AFTER,
        BEFORE
    }

    static final Place TOP = new Place(Step.TOP, null);

    static Place after(ListKey key) {
        return new Place(Step.AFTER, key);
    }

    static Place before(ListKey key) {
        return new Place(Step.BEFORE, key);
    }

    boolean backwards() {
        return step == Step.BEFORE;
    }
}
