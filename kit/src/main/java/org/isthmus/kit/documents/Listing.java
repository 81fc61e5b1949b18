package org.isthmus.kit.documents;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a list of one room offers: its table of representations, and the whitelist of filters, ranges, sorts, facets and
 * columns of its CSV. Nothing else of a request ever reaches SQL.
 */
public final class Listing {

    /** How a column is compared and sorted. */
    public enum Type {
        TEXT("text"),
        /** Text for people: sorted by the Unicode collation, not by bytes. */
        COLLATED("text"),
        TEXTS("text[]"),
        NUMBER("numeric"),
        INTEGER("int"),
        BOOLEAN("boolean"),
        DATE("date"),
        UUID("uuid"),
        UUIDS("uuid[]");

        final String sql;

        Type(String sql) {
            this.sql = sql;
        }

        boolean isMany() {
            return this == TEXTS || this == UUIDS;
        }
    }

    record Column(String name, String sql, Type type, boolean nullable) {

        String sortable() {
            return type == Type.COLLATED ? sql + " collate \"und-x-icu\"" : sql;
        }
    }

    record Range(Column column, String operator) {}

    record CsvColumn(String header, String pointer) {}

    private final String table;
    private final Map<String, Column> filters = new LinkedHashMap<>();
    private final Map<String, Range> ranges = new LinkedHashMap<>();
    private final Map<String, Column> sorts = new LinkedHashMap<>();
    private final List<String> facets = new ArrayList<>();
    private final Set<String> own = new LinkedHashSet<>();
    private final List<CsvColumn> csv = new ArrayList<>();
    private String defaultSort = "reference";
    private @Nullable String search;

    private Listing(String table) {
        this.table = table;
        sort("reference", "reference", Type.TEXT);
        filter("reference", "reference", Type.TEXT);
    }

    public static Listing over(String table) {
        return new Listing(table);
    }

    /** {@code ?name=a&name=b} finds rows with either; {@code none} those without. */
    public Listing filter(String name, String column, Type type) {
        filters.put(name, new Column(name, column, type, true));
        return this;
    }

    /** {@code ?name=x} finds rows whose column is x or more. */
    public Listing from(String name, String column, Type type) {
        ranges.put(name, new Range(new Column(name, column, type, true), ">="));
        return this;
    }

    /** {@code ?name=x} finds rows whose column is x or less. */
    public Listing until(String name, String column, Type type) {
        ranges.put(name, new Range(new Column(name, column, type, true), "<="));
        return this;
    }

    /** Parameters that the room reads itself and puts into the {@link Scope}. */
    public Listing own(Collection<String> names) {
        own.addAll(names);
        return this;
    }

    /** {@code ?sort=name} or {@code ?sort=-name}, over a column that is never null. */
    public Listing sort(String name, String column, Type type) {
        sorts.put(name, new Column(name, column, type, false));
        return this;
    }

    /** The same over a column that may be null; nulls come last either way. */
    public Listing sortNullable(String name, String column, Type type) {
        sorts.put(name, new Column(name, column, type, true));
        return this;
    }

    public Listing defaultSort(String sort) {
        defaultSort = sort;
        return this;
    }

    /** {@code ?facets=name} counts the values of that filter. */
    public Listing facet(String filter) {
        facets.add(filter);
        return this;
    }

    /** {@code ?q=} searches this {@code tsvector} column. */
    public Listing search(String column) {
        search = column;
        return this;
    }

    /** A column of the CSV: a header and a JSON pointer into the representation; {@code *} goes through a list. */
    public Listing csv(String header, String pointer) {
        csv.add(new CsvColumn(header, pointer));
        return this;
    }

    String table() {
        return table;
    }

    Map<String, Column> filters() {
        return filters;
    }

    Map<String, Range> ranges() {
        return ranges;
    }

    Map<String, Column> sorts() {
        return sorts;
    }

    List<String> facets() {
        return facets;
    }

    Set<String> own() {
        return own;
    }

    List<CsvColumn> csvColumns() {
        return csv;
    }

    String defaultSort() {
        return defaultSort;
    }

    Optional<String> search() {
        return Optional.ofNullable(search);
    }
}
