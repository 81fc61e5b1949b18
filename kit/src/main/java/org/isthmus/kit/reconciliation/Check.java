package org.isthmus.kit.reconciliation;

/**
 * One comparison: what it promises, and the SQL that counts the cases and finds those that differ.
 *
 * @param name unique among all rooms' checks
 * @param count a statement with one number: how many cases are compared
 * @param differences a statement with three texts for each case that differs: what it is of, what is expected, what is found
 * @param isFinding whether what differs is worth a look and no disagreement of the books
 */
public record Check(String name, String promise, String count, String differences, boolean isFinding) {

    /** What differs disagrees: one of two books is wrong. */
    public Check(String name, String promise, String count, String differences) {
        this(name, promise, count, differences, false);
    }

    /** What differs is worth a look, and may be as its sources say. */
    public static Check finding(String name, String promise, String count, String differences) {
        return new Check(name, promise, count, differences, true);
    }

    /** The number compared, then a row for each of at most 100 differences. */
    String sql() {
        return """
                select '%s' as name, (%s) as compared, d.subject, d.expected, d.found
                  from (select true) one
                  left join (select * from (%s) all_of_them limit 100) as d (subject, expected, found) on true
                """.formatted(name, count, differences);
    }
}
