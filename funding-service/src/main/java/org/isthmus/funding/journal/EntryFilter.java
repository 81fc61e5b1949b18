package org.isthmus.funding.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.isthmus.kit.documents.Listing;
import org.isthmus.kit.documents.Scope;

/**
 * Which entries are meant, by where their money comes from, whose it is and to what it belongs.
 *
 * <p>The conditions speak of {@code e} (entry), {@code a} (account) and {@code m} (movement).
 */
public final class EntryFilter {

    public static final String NOT_ATTRIBUTED = "notAttributed";

    /** What a list of movements takes besides its own filters: all that is read here. */
    static Listing describe(Listing list) {
        return list.own("account", Listing.Type.UUIDS, "Id of an account that it touches.")
                .own("accountKind", Listing.Type.TEXTS, "Kind of an account that it touches.")
                .own("budgetLine", Listing.Type.TEXTS, "Code of the budget line.")
                .own("year", Listing.Type.TEXTS, "Budget year of the money; none finds what has none.")
                .own("action", Listing.Type.TEXTS, "Action, by id or reference; none finds what has none.")
                .own("project", Listing.Type.TEXTS, "Project, by id or reference; none finds what has none.")
                .own("commitment", Listing.Type.TEXTS, "Commitment, by id or reference.")
                .own("programme", Listing.Type.TEXTS, "Programme that the money belongs to, by code, or none.")
                .own("strand", Listing.Type.TEXTS, "Strand that a part of the money belongs to, by code, or none.")
                .own("country", Listing.Type.TEXTS, "Country that a part belongs to, ISO 3166-1 alpha-2, or none.")
                .own("region", Listing.Type.TEXTS, "Region that a part of the money belongs to, or none.")
                .own(
                        NOT_ATTRIBUTED,
                        Listing.Type.TEXTS,
                        "strand, country, region, programme, year or action: of which a part can't be attributed to one.")
                .own("type", Listing.Type.TEXTS, "Type of the movement.")
                .own("historical", Listing.Type.BOOLEAN, "Whether it is of the past, known from a document.")
                .own("measure", Listing.Type.TEXTS, "What an entry counts in, such as committed or paid.")
                .own("counted", Listing.Type.BOOLEAN, "Whether an entry counts in any measure.")
                .own("effectiveFrom", Listing.Type.DATE, "Effective on that day or later.")
                .own("effectiveTo", Listing.Type.DATE, "Effective on that day or earlier.")
                .own("recordedAsOf", Listing.Type.TEXT, "What the books knew by then: a day, or an instant in UTC.");
    }

    private final FilterValues values;
    private final List<String> conditions = new ArrayList<>();
    private final List<Object> bound = new ArrayList<>();

    private EntryFilter(FilterValues values) {
        this.values = values;
    }

    /** For lists: every parameter is a condition on the entry. */
    public static EntryFilter ofList(Map<String, List<String>> parameters) {
        FilterValues values = new FilterValues(parameters);
        EntryFilter filter = new EntryFilter(values);
        filter.ofTheEntry();
        for (Attribute attribute : Attribute.values()) {
            filter.attributed(attribute);
        }
        filter.notAttributed();
        values.refuseIfFaulty();
        return filter;
    }

    private void ofTheEntry() {
        values.uuids("account").ifPresent(ids -> add("a.id = any (?)", ids));
        values.texts("accountKind").ifPresent(kinds -> add("a.kind = any (?)", kinds));
        values.texts("budgetLine").ifPresent(lines -> add("a.budget_line = any (?)", lines));
        values.integers("year").ifPresent(years -> addOrNull("year", "a.year", "a.year = any (?)", years));
        values.texts("action")
                .ifPresent(actions -> addOrNull(
                        "action",
                        "a.action_id",
                        "a.action_id in (select id from known_action where reference = any (?) or id::text = any (?))",
                        actions,
                        actions));
        values.texts("project")
                .ifPresent(projects -> addOrNull(
                        "project",
                        "a.project_id",
                        "(a.project_id::text = any (?) or a.project_id in"
                                + " (select id from known_project where reference = any (?)))",
                        projects,
                        projects));
        values.texts("commitment")
                .ifPresent(references -> add(
                        "a.commitment_id in (select id from commitment where reference = any (?) or id::text = any (?))",
                        references,
                        references));
        values.texts("type").ifPresent(types -> add("m.type = any (?)", types));
        values.flag("historical").ifPresent(historical -> add("m.historical = ?", historical));
        values.texts("measure").ifPresent(measures -> add("lower(e.measure) = any (?)", measures));
        values.flag("counted")
                .ifPresent(counted -> conditions.add(counted ? "e.measure is not null" : "e.measure is null"));
        values.date("effectiveFrom").ifPresent(from -> add("m.effective_on >= ?", from));
        values.date("effectiveTo").ifPresent(to -> add("m.effective_on <= ?", to));
        values.recordedAsOf().ifPresent(at -> add("m.recorded_at <= ?", at));
    }

    private void attributed(Attribute attribute) {
        values.texts(attribute.parameter()).ifPresent(codes -> {
            List<String> alternatives = new ArrayList<>();
            if (!codes.isEmpty()) {
                // one part of the entry is in the country and in the region, not two different ones
                List<String> countries = values.texts("country").orElse(List.of());
                boolean both = attribute == Attribute.REGION && !countries.isEmpty() && !values.hasNone("country");
                alternatives.add(attribute.isOneOf(values.recordedAsOf(), both));
                bound.add(codes);
                if (both) {
                    bound.add(countries);
                }
            }
            if (values.hasNone(attribute.parameter())) {
                alternatives.add(attribute.isMissing(values.recordedAsOf()));
            }
            conditions.add("(" + String.join(" or ", alternatives) + ")");
        });
    }

    private void notAttributed() {
        values.texts(NOT_ATTRIBUTED).ifPresent(dimensions -> {
            List<String> alternatives = new ArrayList<>();
            for (String dimension : dimensions) {
                switch (dimension) {
                    case "year" -> alternatives.add("a.year is null");
                    case "action" -> alternatives.add("a.action_id is null");
                    default ->
                        Attribute.find(dimension)
                                .ifPresentOrElse(
                                        attribute -> alternatives.add(attribute.isMissing(values.recordedAsOf())),
                                        () -> values.fault(
                                                NOT_ATTRIBUTED,
                                                "unknown-dimension",
                                                "'%s' is nothing that money is attributed to.".formatted(dimension)));
                }
            }
            conditions.add("(" + (alternatives.isEmpty() ? "false" : String.join(" or ", alternatives)) + ")");
        });
    }

    private void addOrNull(String parameter, String column, String condition, List<?>... with) {
        List<String> alternatives = new ArrayList<>();
        if (!with[0].isEmpty()) {
            alternatives.add(condition);
            bound.addAll(List.of(with));
        }
        if (values.hasNone(parameter)) {
            alternatives.add(column + " is null");
        }
        conditions.add("(" + String.join(" or ", alternatives) + ")");
    }

    private void add(String condition, Object... with) {
        conditions.add(condition);
        bound.addAll(List.of(with));
    }

    /** The conditions, all of which hold; {@code true} when there is none. */
    public String sql() {
        return conditions.isEmpty() ? "true" : String.join(" and ", conditions);
    }

    /** What its question marks stand for, in their order. */
    public List<Object> bound() {
        return List.copyOf(bound);
    }

    /** Movements with such an entry; other callers than officers and auditors only see entries they may. */
    Scope movements(VisibleMoney visible) {
        if (conditions.isEmpty() && visible.isFull()) {
            return Scope.all();
        }
        String hidden = "exists (select from entry e join account a on a.id = e.account_id"
                + " where e.movement_id = %s and not " + visible.condition("a.project_id") + ")";
        return Scope.where(
                """
                exists (select from entry e join account a on a.id = e.account_id join movement m on m.id = e.movement_id
                         where e.movement_id = %1$s.id and %2$s) and not %3$s
                """.formatted(
                                MovementResource.table(visible),
                                sql(),
                                hidden.formatted(MovementResource.table(visible) + ".id")),
                bound.toArray());
    }
}
