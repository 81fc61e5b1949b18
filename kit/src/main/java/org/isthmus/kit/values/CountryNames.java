package org.isthmus.kit.values;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** What countries are called in the official languages of the Union, by the Unicode locale data of the platform. */
public final class CountryNames {

    private static final List<Locale> LANGUAGES = Stream.of(
                    "bg", "cs", "da", "de", "el", "en", "es", "et", "fi", "fr", "ga", "hr", "hu", "it", "lt", "lv",
                    "mt", "nl", "pl", "pt", "ro", "sk", "sl", "sv")
            .map(Locale::of)
            .toList();
    private static final Map<String, List<String>> KNOWN = new ConcurrentHashMap<>();

    private CountryNames() {}

    /** @param code ISO 3166-1 alpha-2 */
    public static List<String> of(String code) {
        return KNOWN.computeIfAbsent(
                code,
                country -> LANGUAGES.stream()
                        .map(language -> Locale.of("", country).getDisplayCountry(language))
                        .distinct()
                        .toList());
    }
}
