package org.isthmus.kit.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What a total adds up.
 *
 * @param words its definition
 * @param terms the measures of parts that it is made of, and whether they count for (1) or against it (-1)
 * @param isKnown whether it can be told, by the measures of parts that a row has; what is unknown is absent, never zero
 * @param beside the measures of what is unknown of it, which come with it
 */
public record Measure(
        String name, String words, Map<String, Integer> terms, Predicate<Set<String>> isKnown, List<String> beside) {

    public static Measure of(String name, String words) {
        return new Measure(name, words, Map.of(name, 1), any -> true, List.of());
    }

    /** One that is made of others: a term that begins with a minus counts against it. */
    public static Measure of(String name, String words, String... terms) {
        Map<String, Integer> signed = new LinkedHashMap<>();
        for (String term : terms) {
            boolean isMinus = term.startsWith("-");
            signed.put(isMinus ? term.substring(1) : term, isMinus ? -1 : 1);
        }
        return new Measure(name, words, signed, any -> true, List.of());
    }

    public Measure knownWhere(Predicate<Set<String>> condition) {
        return new Measure(name, words, terms, condition, beside);
    }

    /** It is not asked for without those that say how much of it nobody knows. */
    public Measure beside(String... unknowns) {
        return new Measure(name, words, terms, isKnown, List.of(unknowns));
    }
}
