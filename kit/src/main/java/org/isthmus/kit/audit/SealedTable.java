package org.isthmus.kit.audit;

import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * A table that only grows and whose rows are sealed, so that one that is changed, missing, added or swapped afterwards
 * shows.
 *
 * <p>Its rows have a {@code position}; beside it stand {@code <table>_seal (number, hash, sealed_at)} and
 * {@code <table>_sealed (position, seal)}. A service makes one a bean, and its rows are sealed from then on.
 */
public interface SealedTable {

    String name();

    /** What is selected of a row, from the table under the name {@code a}. */
    String columns();

    /** All that is sealed of the row, always written the same way. */
    String text(ResultSet row) throws SQLException;
}
