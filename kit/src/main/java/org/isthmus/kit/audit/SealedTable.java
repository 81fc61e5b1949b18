package org.isthmus.kit.audit;

/**
 * A table that only grows and whose rows are sealed, so that one that is changed, missing, added or swapped afterwards
 * shows.
 *
 * <p>Its rows have a {@code transaction} (xid8, the current one) and after it a {@code position} (bigint, an identity);
 * the SQL procedure {@code make_seal_tables} makes {@code <table>_seal} and {@code <table>_sealed} beside it. A service
 * makes one a bean, and its rows are sealed from then on.
 */
public interface SealedTable {

    String name();

    /** All that is sealed of a row, as one SQL expression of type text over the table under the name {@code a}. */
    String content();

    /** A condition, as SQL over the same: the content of a row is not the one whose hash is sealed. */
    default String altered() {
        return "false";
    }

    /** A condition, as SQL over the same: the content of a row was erased. */
    default String erased() {
        return "false";
    }
}
