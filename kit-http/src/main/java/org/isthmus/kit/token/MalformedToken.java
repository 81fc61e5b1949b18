package org.isthmus.kit.token;

/** Why a token is none for us, in a sentence that repeats nothing of it. */
final class MalformedToken extends RuntimeException {

    MalformedToken(String sentence) {
        super(sentence, null, false, false);
    }

    String sentence() {
        return String.valueOf(getMessage());
    }

    static void require(boolean condition, String sentence) {
        if (!condition) {
            throw new MalformedToken(sentence);
        }
    }
}
