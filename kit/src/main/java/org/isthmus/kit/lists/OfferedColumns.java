package org.isthmus.kit.lists;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.isthmus.kit.lists.Parameter.Known;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a {@link ViewTable}, each stated once, and after each what lists make of it: words that follow a column
 * are about that one.
 *
 * @param <A> what the values of columns are taken from
 * @param <T> the table itself
 */
public abstract sealed class OfferedColumns<A, T extends OfferedColumns<A, T>> permits ViewTable {

    /** A column that the list of versions shows, to everybody or to officials alone. */
    public record VersionColumn(Column<?> column, String shownAs, boolean isOfficial) {}

    static final String REFERENCE = "reference";

    private final Map<String, Column<A>> columns = new LinkedHashMap<>();
    private final List<VersionColumn> versionColumns = new ArrayList<>();
    private final ListOffer offer = new ListOffer();
    private Column<A> last;

    OfferedColumns() {
        last = put(new Column<>(REFERENCE, Type.TEXT, false, null, List.of(), "Its reference."));
        offer.addFilter(REFERENCE, last);
        offer.addSort(REFERENCE, last);
    }

    abstract T self();

    public T reference(Function<A, String> value, String words) {
        last = put(new Column<>(REFERENCE, Type.TEXT, false, value::apply, List.of(), words));
        return filter();
    }

    public T column(String name, Type type, Function<A, @Nullable Object> value, String words) {
        last = put(new Column<>(name, type, false, value, List.of(), words));
        return self();
    }

    /** A column of names of an enumeration. */
    public T column(String name, Class<? extends Enum<?>> values, Function<A, @Nullable Object> value, String words) {
        last = put(new Column<>(name, Type.TEXT, false, value, Parameters.names(values), words));
        return self();
    }

    /** A column that the database fills. */
    public T column(String name, Type type, String words) {
        last = put(new Column<>(name, type, false, null, List.of(), words));
        return self();
    }

    /** {@code ?q=} searches in these words. */
    public T search(Function<A, SearchText> value, String words) {
        last = put(new Column<>("search", Type.SEARCH, false, value::apply, List.of(), words));
        offer.search(words);
        return self();
    }

    /** The last column may be null; sorted by it, nulls come last either way. */
    public T optional() {
        last = put(last.asOptional());
        return self();
    }

    /** {@code ?name=a&name=b} finds rows with either; {@code none} those without. */
    public T filter() {
        return filter(last.name());
    }

    public T filter(String name) {
        offer.addFilter(name, last);
        return self();
    }

    /** The values that exist; any other of the last filter is refused. */
    public T known(Known values) {
        offer.known(values);
        return self();
    }

    /** Another column, of many values, says which rows have none of the last filter: those where it is empty. */
    public T noneBy(String column) {
        offer.noneBy(column);
        return self();
    }

    /** {@code ?facets=} counts the values of the last filter. */
    public T facet() {
        offer.countLastFilter();
        return self();
    }

    /** {@code ?name=} finds rows that hold this or more. */
    public T from(String name, String words) {
        return range(name, ">=", words);
    }

    /** {@code ?name=} finds rows that hold this or less. */
    public T until(String name, String words) {
        return range(name, "<=", words);
    }

    private T range(String name, String operator, String words) {
        offer.addRange(name, last, operator, words);
        return self();
    }

    /** {@code ?sort=name} and {@code ?sort=-name}. */
    public T sort() {
        return sort(last.name());
    }

    public T sort(String name) {
        offer.addSort(name, last);
        return self();
    }

    /** The list of a thing's versions shows the last column too, under this name. */
    public T ofVersions(String shownAs) {
        versionColumns.add(new VersionColumn(last, shownAs, false));
        return self();
    }

    /** The same for officials alone. */
    public T ofVersionsForOfficials(String shownAs) {
        versionColumns.add(new VersionColumn(last, shownAs, true));
        return self();
    }

    public T defaultSort(String sort) {
        offer.sortByDefault(sort);
        return self();
    }

    /** The last column is a column of the CSV, where the body holds it under the same name. */
    public T csv() {
        return cell(last.name(), "/" + last.name());
    }

    /**
     * A column of the CSV from the body.
     *
     * @param members of what is found there, shown with colons between them, such as {@code code} and {@code share}
     */
    public T cell(String header, String pointer, String... members) {
        offer.addCell(header, pointer, List.of(members), false);
        return self();
    }

    /** A text in languages as a column of the CSV, or as one for each language asked for. */
    public T text(String header, String pointer) {
        offer.addCell(header, pointer, List.of(), true);
        return self();
    }

    /** Each element of this list in the body makes a row of the CSV. */
    public T rowsOf(String pointer) {
        offer.rowsOf(pointer);
        return self();
    }

    /** Parameters that the room reads itself and turns into conditions. */
    public T parameters(Parameters own) {
        offer.addAll(own);
        return self();
    }

    final Column<A> put(Column<A> column) {
        columns.put(column.name(), column);
        return column;
    }

    /** What its lists offer. */
    public ListOffer offer() {
        return offer;
    }

    /** The values of a row, by column. */
    public Map<String, @Nullable Object> values(A of) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        columns.forEach((name, column) ->
                values.put(name, column.value() == null ? null : column.value().apply(of)));
        return values;
    }

    public String referenceOf(A thing) {
        Column<A> reference = column(REFERENCE);
        return String.valueOf(Objects.requireNonNull(reference.value()).apply(thing));
    }

    /** What the list of versions shows beside numbers and times. */
    public List<VersionColumn> versionColumns() {
        return versionColumns;
    }

    /** The placeholder of each column, in the order in which they are written. */
    public Map<String, String> placeholders() {
        Map<String, String> placeholders = new LinkedHashMap<>();
        columns.forEach((name, column) -> placeholders.put(name, column.type().placeholder()));
        return placeholders;
    }

    Map<String, Column<A>> columns() {
        return columns;
    }

    Column<A> column(String name) {
        return Objects.requireNonNull(columns.get(name), name);
    }
}
