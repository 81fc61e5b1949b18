package org.isthmus.kit.lists;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import org.isthmus.kit.lists.Parameter.Known;
import org.isthmus.kit.query.Query;
import org.jspecify.annotations.Nullable;

/**
 * The table of a room's ready-made representations, and all that its lists offer: each column is stated once, with its
 * name, its type, where its value comes from and what it means; the words after it say what it serves for.
 *
 * <pre>
 * static final ViewTable&lt;Country&gt; VIEWS = ViewTable.&lt;Country&gt;of("country", "/v1/countries", CountryView.class)
 *         .reference(Country::code, "ISO 3166-1 alpha-2.").filter("code").sort("code")
 *         .column("region", Type.TEXT, country -&gt; country.content().region(), "Region.").filter().facet().sort().csv()
 *         .text("name", "/name")
 * </pre>
 *
 * <p>The table {@code country_view} holds the present row of each thing, {@code country_history} those before it; the SQL
 * procedure {@code make_view_table} makes the keys, indexes and rights of both. Nothing else of a request reaches SQL.
 *
 * @param <A> what the values of columns are taken from
 */
public final class ViewTable<A> {

    /** A column that the list of versions shows, to everybody or to officials alone. */
    public record VersionColumn(Column<?> column, String shownAs, boolean isOfficial) {}

    static final String REFERENCE = "reference";

    private final String noun;
    private final Class<?> body;
    private final Map<String, Column<A>> columns = new LinkedHashMap<>();
    private final List<String> paths = new ArrayList<>();
    private final List<VersionColumn> versionColumns = new ArrayList<>();
    private final ListOffer offer = new ListOffer();
    private String relation;
    private String history;
    private String owners = "";
    private String publicBody = "body";
    private EffectiveDays effective = EffectiveDays.NONE;
    private Copies copies = Copies.NONE;
    private boolean isShownByOthers;
    private Predicate<A> visible = any -> true;
    private Column<A> last;

    private ViewTable(String noun, String path, Class<?> body) {
        this.noun = noun;
        this.paths.add(path);
        this.body = body;
        this.relation = noun.replace('-', '_') + "_view";
        this.history = noun.replace('-', '_') + "_history";
        this.last = put(new Column<>(REFERENCE, Type.TEXT, false, null, List.of(), "Its reference."));
        filter().sort();
    }

    /**
     * @param noun the thing's name in problem codes and tables, such as {@code work-programme}
     * @param path where its list is
     * @param body the schema of a row
     */
    public static <A> ViewTable<A> of(String noun, String path, Class<?> body) {
        return new ViewTable<>(noun, path, body);
    }

    /** Reads from a table or view that has no past of its own, such as the entries of a ledger. */
    public ViewTable<A> from(String tableOrView) {
        relation = tableOrView;
        history = "";
        return this;
    }

    /** The same columns in {@code name_view} and {@code name_history}, for readers who get other figures. */
    public ViewTable<A> storedAs(String name) {
        relation = name + "_view";
        history = name + "_history";
        return this;
    }

    /** The same list is also answered at this path, with conditions of the room. */
    public ViewTable<A> alsoAt(String otherPath) {
        paths.add(otherPath);
        return this;
    }

    public ViewTable<A> reference(Function<A, String> value, String words) {
        last = put(new Column<>(REFERENCE, Type.TEXT, false, value::apply, List.of(), words));
        return filter();
    }

    /** Which of them everybody may see; without it all. */
    public ViewTable<A> visible(Predicate<A> isVisible) {
        visible = isVisible;
        return this;
    }

    /** Hidden until {@code Views.show} says otherwise: who may see it does not follow from the thing itself. */
    public ViewTable<A> shownByOthers() {
        isShownByOthers = true;
        return visible(any -> false);
    }

    /**
     * A copy of what another service owns stands beside the thing, with a history of its own: it makes no version of the
     * thing, but counts in its ETag.
     */
    public ViewTable<A> copies(Copies beside) {
        copies = beside;
        return this;
    }

    /** A SQL expression over the columns: the ids and references of the organisations that may see a row all the same. */
    public ViewTable<A> ownedBy(String expression) {
        owners = expression;
        return this;
    }

    /** Who is no official gets the body in this column instead. */
    public ViewTable<A> publicBody(String column) {
        publicBody = column;
        return this;
    }

    /** Who is no official gets this instead, from a column {@code public_body} that the table keeps. */
    public ViewTable<A> publicBody(Function<A, Object> view) {
        put(new Column<>("public_body", Type.TEXT, false, of -> new OtherBody(view.apply(of)), List.of(), ""));
        return publicBody("public_body");
    }

    /** A column's value that is written as a body is. */
    public record OtherBody(Object body) {}

    /** The days from which rows count, so that {@code asOf} means them and not when they were recorded. */
    public ViewTable<A> effective(EffectiveDays days) {
        effective = days;
        return this;
    }

    public ViewTable<A> column(String name, Type type, Function<A, @Nullable Object> value, String words) {
        last = put(new Column<>(name, type, false, value, List.of(), words));
        return this;
    }

    /** A column of names of an enumeration. */
    public ViewTable<A> column(
            String name, Class<? extends Enum<?>> values, Function<A, @Nullable Object> value, String words) {
        last = put(new Column<>(name, Type.TEXT, false, value, Parameters.names(values), words));
        return this;
    }

    /** A column that the database fills. */
    public ViewTable<A> column(String name, Type type, String words) {
        last = put(new Column<>(name, type, false, null, List.of(), words));
        return this;
    }

    /** {@code ?q=} searches in these words. */
    public ViewTable<A> search(Function<A, SearchText> value, String words) {
        last = put(new Column<>("search", Type.SEARCH, false, value::apply, List.of(), words));
        offer.search(words);
        return this;
    }

    /** The last column may be null; sorted by it, nulls come last either way. */
    public ViewTable<A> optional() {
        last = put(last.asOptional());
        return this;
    }

    /** {@code ?name=a&name=b} finds rows with either; {@code none} those without. */
    public ViewTable<A> filter() {
        return filter(last.name());
    }

    public ViewTable<A> filter(String name) {
        offer.addFilter(name, last);
        return this;
    }

    /** The values that exist; any other of the last filter is refused. */
    public ViewTable<A> known(Known values) {
        offer.known(values);
        return this;
    }

    /** Another column, of many values, says which rows have none of the last filter: those where it is empty. */
    public ViewTable<A> noneBy(String column) {
        offer.noneBy(column);
        return this;
    }

    /** {@code ?facets=} counts the values of the last filter. */
    public ViewTable<A> facet() {
        offer.countLastFilter();
        return this;
    }

    /** {@code ?name=} finds rows that hold this or more. */
    public ViewTable<A> from(String name, String words) {
        return range(name, ">=", words);
    }

    /** {@code ?name=} finds rows that hold this or less. */
    public ViewTable<A> until(String name, String words) {
        return range(name, "<=", words);
    }

    private ViewTable<A> range(String name, String operator, String words) {
        offer.addRange(name, last, operator, words);
        return this;
    }

    /** {@code ?sort=name} and {@code ?sort=-name}. */
    public ViewTable<A> sort() {
        return sort(last.name());
    }

    public ViewTable<A> sort(String name) {
        offer.addSort(name, last);
        return this;
    }

    /** The list of a thing's versions shows the last column too, under this name. */
    public ViewTable<A> ofVersions(String shownAs) {
        versionColumns.add(new VersionColumn(last, shownAs, false));
        return this;
    }

    /** The same for officials alone. */
    public ViewTable<A> ofVersionsForOfficials(String shownAs) {
        versionColumns.add(new VersionColumn(last, shownAs, true));
        return this;
    }

    public ViewTable<A> defaultSort(String sort) {
        offer.sortByDefault(sort);
        return this;
    }

    /** The last column is a column of the CSV, where the body holds it under the same name. */
    public ViewTable<A> csv() {
        return cell(last.name(), "/" + last.name());
    }

    /**
     * A column of the CSV from the body.
     *
     * @param members of what is found there, shown with colons between them, such as {@code code} and {@code share}
     */
    public ViewTable<A> cell(String header, String pointer, String... members) {
        offer.addCell(header, pointer, List.of(members), false);
        return this;
    }

    /** A text in languages as a column of the CSV, or as one for each language asked for. */
    public ViewTable<A> text(String header, String pointer) {
        offer.addCell(header, pointer, List.of(), true);
        return this;
    }

    /** Each element of this list in the body makes a row of the CSV. */
    public ViewTable<A> rowsOf(String pointer) {
        offer.rowsOf(pointer);
        return this;
    }

    /** Parameters that the room reads itself and turns into conditions. */
    public ViewTable<A> parameters(Parameters own) {
        offer.addAll(own);
        return this;
    }

    private Column<A> put(Column<A> column) {
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

    public boolean isVisible(A thing) {
        return visible.test(thing);
    }

    public String noun() {
        return noun;
    }

    public String path() {
        return paths.getFirst();
    }

    public Class<?> body() {
        return body;
    }

    public String relation() {
        return relation;
    }

    /** The table of former rows; empty where there is none. */
    public String history() {
        return history;
    }

    public String owners() {
        return owners;
    }

    /** For the OpenAPI document: the paths that answer with this list. */
    public List<String> paths() {
        return paths;
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

    public boolean isShownByOthers() {
        return isShownByOthers;
    }

    /** What officials, or everybody else, may read, with the copies of a time. */
    public Query body(boolean isOfficial, Query at) {
        return copies.body(isOfficial ? "body" : publicBody, at, isOfficial);
    }

    public Copies copies() {
        return copies;
    }

    public EffectiveDays effective() {
        return effective;
    }
}
