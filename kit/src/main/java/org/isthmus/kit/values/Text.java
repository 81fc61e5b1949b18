package org.isthmus.kit.values;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.isthmus.kit.rules.Refusal;

/**
 * What a portal shows, in at least one language.
 *
 * <p>In JSON: {@code {"en": "Asylum", "fr": "Asile"}}, keys are BCP 47 tags.
 */
@JsonDeserialize(using = TextReader.class)
@Schema(
        type = SchemaType.OBJECT,
        additionalProperties = String.class,
        description = "Text by language (BCP 47), at least one.",
        examples = "{\"en\": \"Asylum\", \"fr\": \"Asile\"}")
public record Text(@JsonValue Map<String, String> byLanguage) {

    private static final int LONGEST = 20_000;

    public Text {
        if (byLanguage.isEmpty()) {
            throw Refusal.invalid("text-missing", "A text needs at least one language");
        }
        Map<String, String> kept = new LinkedHashMap<>();
        byLanguage.forEach((language, text) -> kept.put(tag(language), words(language, text)));
        byLanguage = Collections.unmodifiableMap(kept);
    }

    public static Text of(String language, String text) {
        return new Text(Map.of(language, text));
    }

    public Optional<String> in(String language) {
        return Optional.ofNullable(byLanguage.get(language));
    }

    /** English where there is one, else the first language given. */
    public String any() {
        return in("en").orElseGet(() -> byLanguage.values().iterator().next());
    }

    private static String tag(String language) {
        String tag = Locale.forLanguageTag(language).toLanguageTag();
        if (!tag.equalsIgnoreCase(language) || tag.equals("und")) {
            throw Refusal.invalid("language-unknown", "'%s' is no BCP 47 language tag".formatted(language));
        }
        return tag;
    }

    private static String words(String language, String text) {
        if (text == null || text.isBlank() || text.length() > LONGEST) {
            throw Refusal.invalid(
                    "text-length", "The text in '%s' has 1 to %d characters".formatted(language, LONGEST));
        }
        if (text.indexOf('\0') >= 0) {
            throw Refusal.invalid("text-form", "The text in '%s' holds no NUL".formatted(language));
        }
        return text;
    }

    @Override
    public String toString() {
        return any();
    }
}
