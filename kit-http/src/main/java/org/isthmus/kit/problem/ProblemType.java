package org.isthmus.kit.problem;

/** The media type, the address and the title of RFC 9457 problem documents. */
public final class ProblemType {

    public static final String MEDIA_TYPE = "application/problem+json";

    private static final String ADDRESS = "https://isthmus.example/problems/";

    private ProblemType() {}

    /** Where a code is explained. */
    public static String of(String code) {
        return ADDRESS + code;
    }

    /** The code in words: {@code not-found} is "Not found". */
    public static String title(String code) {
        return code.isEmpty()
                ? code
                : Character.toUpperCase(code.charAt(0)) + code.substring(1).replace('-', ' ');
    }
}
