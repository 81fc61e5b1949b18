package org.isthmus.kit.values;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.isthmus.kit.rules.Refusal;
import org.jspecify.annotations.Nullable;

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
            throw missing();
        }
        Map<String, String> kept = new LinkedHashMap<>();
        byLanguage.forEach((language, text) -> put(kept, language, text));
        byLanguage = Collections.unmodifiableMap(kept);
    }

    static Refusal missing() {
        return Refusal.invalid("text-missing", "A text needs at least one language");
    }

    /** Adds the text of a language in the forms that are kept; refuses a language that is there already. */
    static void put(Map<String, String> texts, String language, String text) {
        String tag = Languages.tag(language);
        if (texts.containsKey(tag)) {
            throw Refusal.invalid("language-repeated", "The language %s is there already".formatted(tag));
        }
        texts.put(tag, words(text));
    }

    public static Text of(String language, String text) {
        return new Text(Map.of(language, text));
    }

    public Optional<String> in(String language) {
        return Optional.ofNullable(byLanguage.get(language));
    }

    /** What it says in each language; nothing where there is no text. */
    public static List<String> allOf(@Nullable Text text) {
        return text == null ? List.of() : List.copyOf(text.byLanguage().values());
    }

    /** English where there is one, else the first language given. */
    public String any() {
        return in("en").orElseGet(() -> byLanguage.values().iterator().next());
    }

    private static String words(String text) {
        String kept = PlainText.of(text);
        if (kept.length() > LONGEST) {
            throw Refusal.invalid("length", "A text has at most %,d characters".formatted(LONGEST));
        }
        return kept;
    }

    @Override
    public String toString() {
        return any();
    }
}
