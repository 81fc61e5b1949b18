package org.isthmus.kit.documents;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.isthmus.kit.lists.ListParameters;
import org.isthmus.kit.lists.Parameter;
import org.isthmus.kit.lists.Parameters;
import org.jspecify.annotations.Nullable;

/**
 * What a list of one room offers: its table of representations, and the whitelist of filters, ranges, sorts, facets and
 * columns of its CSV. Nothing else of a request ever reaches SQL.
 *
 * <p>Kept in a constant, it also tells the OpenAPI document what the list does: see {@link ListDocs}.
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

    /** A filter: the column that it looks into, and the parameter that it is asked by. */
    record Filter(Column column, Parameter parameter) {}

    record Range(Column column, String operator, String words) {}

    /** A parameter that the room reads itself. */
    record Own(Type type, String words) {}

    record Search(String column, String words) {}

    record CsvColumn(String header, String pointer) {}

    private final String table;
    private final Map<String, Filter> filters = new LinkedHashMap<>();
    private final Map<String, Range> ranges = new LinkedHashMap<>();
    private final Map<String, Column> sorts = new LinkedHashMap<>();
    private final List<String> facets = new ArrayList<>();
    private final Map<String, Own> own = new LinkedHashMap<>();
    private final List<CsvColumn> csv = new ArrayList<>();
    private final List<String> operations = new ArrayList<>();
    private String defaultSort = "reference";
    private @Nullable Search search;
    private @Nullable Class<?> rows;

    private Listing(String table) {
        this.table = table;
    }

    public static Listing over(String table) {
        return new Listing(table)
                .sort("reference", "reference", Type.TEXT)
                .filter("reference", "reference", Type.TEXT, "Its reference.");
    }

    /** For the OpenAPI document alone: an operation that is no list and takes the parameters named by {@link #own}. */
    public static Listing ofParameters(String operationId) {
        Listing parameters = new Listing("");
        parameters.operations.add(operationId);
        return parameters;
    }

    /** The same list, read from another table or view of the same columns. */
    public Listing in(String otherTable) {
        Listing other = new Listing(otherTable);
        other.filters.putAll(filters);
        other.ranges.putAll(ranges);
        other.sorts.putAll(sorts);
        other.facets.addAll(facets);
        other.own.putAll(own);
        other.csv.addAll(csv);
        other.defaultSort = defaultSort;
        other.search = search;
        other.rows = rows;
        return other;
    }

    /** For the OpenAPI document: the schema of a row, and the operations that answer with this list. */
    public Listing answers(Class<?> row, String... operationIds) {
        rows = row;
        operations.addAll(List.of(operationIds));
        return this;
    }

    /** {@code ?name=a&name=b} finds rows with either; {@code none} those without. */
    public Listing filter(String name, String column, Type type, String words) {
        return filter(name, column, type, org.isthmus.kit.lists.Type.valueOf(type.name()), List.of(), words);
    }

    /** The same for a column that holds names of an enumeration; others are refused. */
    public Listing filter(String name, String column, Class<? extends Enum<?>> values, String words) {
        List<String> allowed =
                Arrays.stream(values.getEnumConstants()).map(Enum::name).toList();
        return filter(name, column, Type.TEXT, org.isthmus.kit.lists.Type.TEXT, allowed, words);
    }

    /** A filter of years over a column that holds them as texts. */
    public Listing years(String name, String column, String words) {
        return filter(name, column, Type.TEXTS, org.isthmus.kit.lists.Type.YEARS, List.of(), words);
    }

    /** The values of the filter that exist; any other is refused. */
    public Listing known(String name, Parameter.Known values) {
        Filter filter = Objects.requireNonNull(filters.get(name));
        filters.put(name, new Filter(filter.column(), filter.parameter().known(values)));
        return this;
    }

    private Listing filter(
            String name,
            String column,
            Type type,
            org.isthmus.kit.lists.Type asked,
            List<String> allowed,
            String words) {
        Parameter parameter = new Parameter(name, asked, Parameter.Times.REPEATED, allowed, null, words);
        filters.put(name, new Filter(new Column(name, column, type, true), parameter));
        return this;
    }

    /** {@code ?name=x} finds rows whose column is x or more. */
    public Listing from(String name, String column, Type type, String words) {
        ranges.put(name, new Range(new Column(name, column, type, true), ">=", words));
        return this;
    }

    /** {@code ?name=x} finds rows whose column is x or less. */
    public Listing until(String name, String column, Type type, String words) {
        ranges.put(name, new Range(new Column(name, column, type, true), "<=", words));
        return this;
    }

    /** A parameter that the room reads itself and puts into the {@link Scope}. */
    public Listing own(String name, Type type, String words) {
        own.put(name, new Own(type, words));
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

    /** {@code ?facets=name,...} counts the values of these filters. */
    public Listing facets(String... names) {
        facets.addAll(List.of(names));
        return this;
    }

    /** {@code ?q=} searches this {@code tsvector} column; the words say what was put into it. */
    public Listing search(String column, String words) {
        search = new Search(column, words);
        return this;
    }

    /** A column of the CSV: a header and a JSON pointer into the representation; {@code *} goes through a list. */
    public Listing csv(String header, String pointer) {
        csv.add(new CsvColumn(header, pointer));
        return this;
    }

    /** All that a request may ask, in the order of the document. */
    Parameters parameters() {
        Parameters all = ownParameters();
        filters.values().forEach(filter -> all.add(filter.parameter()));
        ranges.forEach((name, range) -> all.add(
                name, org.isthmus.kit.lists.Type.valueOf(range.column().type().name()), range.words()));
        if (search != null) {
            all.add(
                    "q",
                    org.isthmus.kit.lists.Type.TEXT,
                    search.words() + " In any language, accents aside; the last word may be only begun.");
        }
        all.addNames(
                "sort",
                sorts.keySet().stream()
                        .flatMap(sort -> Stream.of(sort, "-" + sort))
                        .toList(),
                "One or several of %s, separated by commas, a minus before one sorts downwards; %s without it."
                        .formatted(String.join(", ", sorts.keySet()), defaultSort));
        if (!facets.isEmpty()) {
            all.addNames(
                    "facets",
                    facets,
                    "Counts the values of one or several of %s.".formatted(String.join(", ", facets)));
        }
        return all.add("limit", org.isthmus.kit.lists.Type.INTEGER, "Rows of a page; 50 without it.")
                .add("cursor", org.isthmus.kit.lists.Type.TEXT, "Where the page before ended, from its next.")
                .add("total", org.isthmus.kit.lists.Type.BOOLEAN, "Also counts all rows that match.")
                .addNames("fields", fields(), "Fields to keep of each row, separated by commas.")
                .add(
                        "asOf",
                        org.isthmus.kit.lists.Type.TEXT,
                        "As it was recorded at the end of that day, in the installation's zone, or at that instant in UTC.")
                .add("format", List.of("json", "csv", "ndjson"), "The Accept header says the same.");
    }

    /** Those that the room reads itself. */
    Parameters ownParameters() {
        Parameters all = new Parameters();
        own.forEach((name, parameter) -> all.add(new Parameter(
                name,
                org.isthmus.kit.lists.Type.valueOf(parameter.type().name()),
                parameter.type().isMany() ? Parameter.Times.REPEATED : Parameter.Times.ONCE,
                List.of(),
                null,
                parameter.words())));
        return all;
    }

    private List<String> fields() {
        return rows == null ? List.of() : ListParameters.fields(rows);
    }

    String table() {
        return table;
    }

    Map<String, Filter> filters() {
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

    Map<String, Own> own() {
        return own;
    }

    List<CsvColumn> csvColumns() {
        return csv;
    }

    String defaultSort() {
        return defaultSort;
    }

    Optional<Search> search() {
        return Optional.ofNullable(search);
    }

    List<String> operations() {
        return operations;
    }

    Optional<Class<?>> rows() {
        return Optional.ofNullable(rows);
    }
}
