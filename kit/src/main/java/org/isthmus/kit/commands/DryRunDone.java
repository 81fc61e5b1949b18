package org.isthmus.kit.commands;

/** Carries the answer of a dry run out of the transaction that it rolls back. */
final class DryRunDone extends RuntimeException {

    private final transient Object answer;

    DryRunDone(Object answer) {
        super("dry run", null, false, false);
        this.answer = answer;
    }

    Object answer() {
        return answer;
    }
}
