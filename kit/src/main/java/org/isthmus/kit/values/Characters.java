package org.isthmus.kit.values;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which characters a text may hold, and the form in which it is kept: composed (NFC), lines ended by LF, nothing that
 * can't be seen around it.
 */
public final class Characters {

    private static final Pattern LINE_END = Pattern.compile("\r\n?|[\u2028\u2029\u0085]");
    private static final String UNSEEN = "[\\s\\p{Z}\\p{Cf}\\p{Cn}\u115F\u1160\u3164\uFFA0\u2800]";
    private static final Pattern AROUND = Pattern.compile("^" + UNSEEN + "+|" + UNSEEN + "+$");
    private static final Pattern WITHIN = Pattern.compile(UNSEEN.replace("\\s\\p{Z}", ""));
    private static final Pattern BETWEEN = Pattern.compile("[\\p{Z}\\t]+");

    private Characters() {}

    /** The form that is kept; empty where nothing of it can be seen. */
    public static String normal(String text) {
        String lines = LINE_END.matcher(text).replaceAll("\n");
        return AROUND.matcher(Normalizer.normalize(lines, Normalizer.Form.NFC)).replaceAll("");
    }

    /** The form by which names are compared: in one width and one case, without what can't be seen around or within. */
    public static String folded(String name) {
        String compatible = Normalizer.normalize(name, Normalizer.Form.NFKC);
        String oneCase = compatible.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        return WITHIN.matcher(singleBlanks(Normalizer.normalize(oneCase, Normalizer.Form.NFKC)))
                .replaceAll("");
    }

    /** With single blanks between the words of each line. */
    static String singleBlanks(String text) {
        return BETWEEN.matcher(normal(text)).replaceAll(" ");
    }

    /** Whether a text holds, blanks aside, what can't be seen, so that another one looks the same. */
    static boolean isUnseenIn(String text) {
        return WITHIN.matcher(text).find();
    }

    /** What a text must not hold; nothing where all is well. */
    public static Optional<String> fault(String text) {
        return text.codePoints()
                .filter(Characters::isRefused)
                .mapToObj(point -> "U+%04X is no character of a text".formatted(point)
                        + (point == 0xFFFD ? "; it marks one that was lost before" : ""))
                .findFirst();
    }

    private static boolean isRefused(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL -> point != '\n' && point != '\r' && point != '\t' && point != 0x85;
            case Character.SURROGATE, Character.PRIVATE_USE -> true;
            default ->
                point == 0xFFFD
                        || (point & 0xFFFE) == 0xFFFE
                        || (point >= 0xFDD0 && point <= 0xFDEF)
                        || point == 0x202D // what overrides the direction shows another text than it holds
                        || point == 0x202E;
        };
    }
}
