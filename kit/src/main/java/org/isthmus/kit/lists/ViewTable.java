package org.isthmus.kit.lists;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.isthmus.kit.query.Query;

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
public final class ViewTable<A> extends OfferedColumns<A, ViewTable<A>> {

    private final String noun;
    private final Class<?> body;

    private final List<String> paths = new ArrayList<>();
    private String relation;
    private String history;
    private String owners = "";
    private String publicBody = "body";
    private EffectiveDays effective = EffectiveDays.NONE;
    private Copies copies = Copies.NONE;
    private boolean isShownByOthers;
    private Predicate<A> visible = any -> true;

    private ViewTable(String noun, String path, Class<?> body) {
        this.noun = noun;
        this.paths.add(path);
        this.body = body;
        this.relation = noun.replace('-', '_') + "_view";
        this.history = noun.replace('-', '_') + "_history";
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

    @Override
    ViewTable<A> self() {
        return this;
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
