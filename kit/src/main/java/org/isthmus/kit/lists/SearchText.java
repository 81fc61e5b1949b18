package org.isthmus.kit.lists;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Words to be found by, in any language: without capitals, accents and the letters that only some alphabets have. Text
 * and question are folded alike. Stored as {@code tsvector}.
 *
 * @param foremost words that count more, such as those of a title
 */
public record SearchText(String foremost, String others) {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern DIGIT = Pattern.compile("\\d");
    private static final int SHORTEST_GUESSED = 4;

    /** Letters that are no composition of a plain one and an accent. */
    private static final Map<Character, String> PLAIN = Map.ofEntries(
            Map.entry('œ', "oe"),
            Map.entry('æ', "ae"),
            Map.entry('ø', "o"),
            Map.entry('ł', "l"),
            Map.entry('đ', "d"),
            Map.entry('ð', "d"),
            Map.entry('ħ', "h"),
            Map.entry('ŧ', "t"),
            Map.entry('ŋ', "n"),
            Map.entry('þ', "th"),
            Map.entry('ß', "ss"),
            Map.entry('ı', "i"),
            Map.entry('ς', "σ"),
            Map.entry('ʼ', " "),
            Map.entry('ʻ', " "),
            Map.entry('ʹ', ""));

    public static SearchText of(Collection<String> foremost, Collection<String> others) {
        return new SearchText(folded(String.join(" ", foremost)), folded(String.join(" ", others)));
    }

    /** As the column's placeholder takes it. */
    public String words() {
        return foremost + "\n" + others;
    }

    /**
     * What a caller asks for.
     *
     * @param exact every word must be there, the last one may be only begun
     * @param guessed words that may be written otherwise; the rest stays exact
     */
    public record Question(String exact, List<String> guessed, String certain) {

        /** Null when nothing but punctuation was asked. */
        static @Nullable Question of(String asked) {
            String words = folded(asked);
            if (words.isEmpty()) {
                return null;
            }
            Map<Boolean, List<String>> byLength = Arrays.stream(words.split(" "))
                    .distinct()
                    .collect(Collectors.partitioningBy(word -> word.length() >= SHORTEST_GUESSED
                            && !DIGIT.matcher(word).find()));
            return new Question(
                    words.replace(" ", " & ") + ":*",
                    byLength.getOrDefault(true, List.of()),
                    String.join(" & ", byLength.getOrDefault(false, List.of())));
        }
    }

    static String folded(String text) {
        String bare =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
        StringBuilder plain = new StringBuilder(bare.length());
        for (char letter : bare.toLowerCase(Locale.ROOT).toCharArray()) {
            String other = PLAIN.get(letter);
            if (other == null) {
                plain.append(letter);
            } else {
                plain.append(other);
            }
        }
        return NO_WORD.matcher(plain).replaceAll(" ").trim();
    }
}
