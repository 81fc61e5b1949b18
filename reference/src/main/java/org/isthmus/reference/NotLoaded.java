package org.isthmus.reference;

/** Why the reference data is not all there, as one sentence for the person at the screen. */
public final class NotLoaded extends RuntimeException {

    NotLoaded(String sentence) {
        super(sentence);
    }

    NotLoaded(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    public String sentence() {
        return String.valueOf(getMessage());
    }
}
