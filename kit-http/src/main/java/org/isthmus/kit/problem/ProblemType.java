package org.isthmus.kit.problem;

import org.eclipse.microprofile.config.ConfigProvider;

/** The media type, the address and the title of RFC 9457 problem documents. */
public final class ProblemType {

    public static final String MEDIA_TYPE = "application/problem+json";

    /** Stands for the installation's own address where none is configured, and in the committed documents. */
    public static final String EXAMPLE_URL = "https://isthmus.example";

    private static final String PUBLIC_URL = ConfigProvider.getConfig()
            .getOptionalValue("isthmus.public-url", String.class)
            .map(url -> url.replaceFirst("/+$", ""))
            .orElse(EXAMPLE_URL);

    private ProblemType() {}

    /** Where a code is explained. */
    public static String of(String code) {
        return PUBLIC_URL + "/problems/" + code;
    }

    /** Where this installation is reached, without a slash at its end. */
    public static String publicUrl() {
        return PUBLIC_URL;
    }

    /** The code in words: {@code not-found} is "Not found". */
    public static String title(String code) {
        return code.isEmpty()
                ? code
                : Character.toUpperCase(code.charAt(0)) + code.substring(1).replace('-', ' ');
    }
}
