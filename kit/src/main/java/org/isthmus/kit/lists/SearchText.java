package org.isthmus.kit.lists;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Words to be found by, without accents and case, in any language. Stored as {@code tsvector}. */
public record SearchText(String words) {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

    public static SearchText of(Collection<String> texts) {
        return new SearchText(normal(String.join(" ", texts)));
    }

    /** Every word must be there, the last one may be only begun. Null when nothing but punctuation was asked. */
    static @Nullable String query(String asked) {
        String words = normal(asked);
        return words.isEmpty() ? null : words.replace(" ", " & ") + ":*";
    }

    private static String normal(String text) {
        String bare =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
        return NO_WORD.matcher(bare.toLowerCase(Locale.ROOT)).replaceAll(" ").trim();
    }
}
