package org.isthmus.kit.values;

import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Set;
import org.isthmus.kit.rules.Refusal;

/**
 * Languages by their tags (BCP 47), of those that exist: language, script and country have names in the Unicode locale data.
 * Variants, such as orthographies, are not told apart.
 */
public final class Languages {

    /** Tags of no language: none, unknown, several. */
    private static final Set<String> NONE = Set.of("", "und", "zxx", "mul", "mis");

    private Languages() {}

    /** The tag as it is written, such as {@code sr-Latn} for {@code SR-latn}. */
    public static String tag(String given) {
        try {
            Locale locale = new Locale.Builder().setLanguageTag(given).build();
            if (exists(locale)) {
                return locale.toLanguageTag();
            }
        } catch (IllformedLocaleException e) {
            // told below
        }
        throw Refusal.invalid(
                "language-unknown",
                "'%s' is no language; a tag of BCP 47 belongs here, such as en, fr or pt-BR".formatted(given));
    }

    private static boolean exists(Locale locale) {
        return !NONE.contains(locale.getLanguage())
                && isNamed(locale.getLanguage(), locale.getDisplayLanguage(Locale.ENGLISH))
                && isNamed(locale.getCountry(), locale.getDisplayCountry(Locale.ENGLISH))
                && isNamed(locale.getScript(), locale.getDisplayScript(Locale.ENGLISH))
                && locale.getVariant().isEmpty()
                && !locale.getCountry().equals("ZZ")
                && !locale.hasExtensions();
    }

    private static boolean isNamed(String code, String name) {
        return code.isEmpty() || !name.equalsIgnoreCase(code);
    }
}
