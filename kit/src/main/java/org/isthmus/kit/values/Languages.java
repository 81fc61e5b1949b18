package org.isthmus.kit.values;

import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.isthmus.kit.rules.Refusal;

/**
 * Languages by their tags (BCP 47), of those that exist: language, script, country and variants, such as orthographies, have
 * names in the Unicode locale data. Whether a variant is one of that language is not judged.
 */
public final class Languages {

    /** Tags of no language: none, unknown, several. */
    private static final Set<String> NONE = Set.of("", "und", "zxx", "mul", "mis");

    /** It has a name, but is a setting of computers and no registered variant. */
    private static final String NO_ORTHOGRAPHY = "POSIX";

    private Languages() {}

    /** The tag as it is written, such as {@code sr-Latn} for {@code SR-latn}. */
    public static String tag(String given) {
        try {
            Locale locale = new Locale.Builder().setLanguageTag(given).build();
            if (exists(locale)) {
                return new Locale.Builder()
                        .setLocale(locale)
                        .setVariant(locale.getVariant().toLowerCase(Locale.ROOT))
                        .build()
                        .toLanguageTag();
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
                && areNamed(variants(locale))
                && !locale.getCountry().equals("ZZ")
                && !locale.hasExtensions();
    }

    /** Each once, and in the capitals that the data has. */
    private static List<String> variants(Locale locale) {
        String variants = locale.getVariant().toUpperCase(Locale.ROOT);
        return variants.isEmpty() ? List.of() : List.of(variants.split("_", -1));
    }

    private static boolean areNamed(List<String> variants) {
        return variants.stream().distinct().count() == variants.size()
                && variants.stream().noneMatch(NO_ORTHOGRAPHY::equals)
                && variants.stream().allMatch(variant -> isNamed(variant, nameOf(variant)));
    }

    private static String nameOf(String variant) {
        return new Locale.Builder()
                .setLanguage("en")
                .setVariant(variant)
                .build()
                .getDisplayVariant(Locale.ENGLISH);
    }

    private static boolean isNamed(String code, String name) {
        return code.isEmpty() || !name.equalsIgnoreCase(code);
    }
}
