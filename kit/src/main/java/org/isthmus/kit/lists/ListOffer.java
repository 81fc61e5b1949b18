package org.isthmus.kit.lists;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.isthmus.kit.lists.Parameter.Known;
import org.jspecify.annotations.Nullable;

/** What the lists of a {@link ViewTable} offer: by what they filter, sort and count, and what their CSV shows. */
public final class ListOffer {

    /** A filter's column, and the one that is empty where a row has none of what it asks for. */
    record Filter(String column, String noneColumn) {}

    /** A limit on a column, such as {@code startFrom}. */
    record Range(String column, String operator) {}

    /**
     * A column of the CSV: a JSON pointer into the body, in which a star goes through a list.
     *
     * @param members of what is found there, joined by colons, such as a code and its share; without any its value
     * @param isText whether it is a text in languages
     */
    record Cell(String header, String pointer, List<String> members, boolean isText) {

        List<String> path() {
            return List.of(pointer.substring(1).split("/"));
        }

        /** Whether it tells of the parts that make rows of their own. */
        boolean isOfPart(String rows) {
            return !rows.isEmpty() && pointer.startsWith(rows + "/*");
        }

        List<String> pathInPart(String rows) {
            return path().subList(rows.split("/").length, path().size());
        }
    }

    private final Map<String, Filter> filters = new LinkedHashMap<>();
    private final Map<String, Range> ranges = new LinkedHashMap<>();
    private final Map<String, String> sorts = new LinkedHashMap<>();
    private final List<String> facets = new ArrayList<>();
    private final List<Cell> cells = new ArrayList<>();
    private final Parameters parameters = new Parameters();
    private String defaultSort = ViewTable.REFERENCE;
    private String searchWords = "";
    private String rows = "";

    void addFilter(String name, Column<?> column) {
        filters.put(name, new Filter(column.name(), column.name()));
        parameters.add(Parameter.filter(name, column.type(), column.words()).allowed(column.allowed()));
    }

    private String lastFilter() {
        return filters.keySet().stream().reduce((first, second) -> second).orElseThrow();
    }

    /** The values that exist; any other of the last filter is refused. */
    void known(Known values) {
        parameters.add(
                Objects.requireNonNull(parameters.declared().get(lastFilter())).known(values));
    }

    /** Which rows have none of the last filter. */
    void noneBy(String column) {
        filters.computeIfPresent(lastFilter(), (name, filter) -> new Filter(filter.column(), column));
    }

    void countLastFilter() {
        facets.add(lastFilter());
    }

    void addRange(String name, Column<?> column, String operator, String words) {
        ranges.put(name, new Range(column.name(), operator));
        parameters.add(name, column.type(), words);
    }

    void addSort(String name, Column<?> column) {
        sorts.put(name, column.name());
    }

    void sortByDefault(String sort) {
        defaultSort = sort;
    }

    void search(String words) {
        searchWords = words;
    }

    void addCell(String header, String pointer, List<String> members, boolean isText) {
        cells.add(new Cell(header, pointer, members, isText));
    }

    void rowsOf(String pointer) {
        rows = pointer;
    }

    /** Parameters that the room reads itself. */
    void addAll(Parameters own) {
        parameters.addAll(own);
    }

    /** Filters, ranges and the room's own, without what all lists take. */
    Parameters parameters() {
        return parameters;
    }

    @Nullable
    Filter filter(String name) {
        return filters.get(name);
    }

    @Nullable
    Range range(String name) {
        return ranges.get(name);
    }

    /** The columns of the sorts, by their names. */
    Map<String, String> sorts() {
        return sorts;
    }

    String defaultSort() {
        return defaultSort;
    }

    String searchWords() {
        return searchWords;
    }

    List<Cell> cells() {
        return cells;
    }

    /** The list in the body of which each element makes a row of the CSV; empty where the body itself makes one. */
    String rows() {
        return rows;
    }

    /** The first line of the CSV. */
    public List<String> headers() {
        return cells.stream().map(Cell::header).toList();
    }

    public List<String> facets() {
        return facets;
    }
}
