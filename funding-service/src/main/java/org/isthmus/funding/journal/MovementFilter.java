package org.isthmus.funding.journal;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.isthmus.funding.attribution.KnownCodes;
import org.isthmus.funding.budgetline.BudgetLines;
import org.isthmus.funding.ledger.AccountKind;
import org.isthmus.funding.ledger.EntryMeasure;
import org.isthmus.kit.lists.Asked;
import org.isthmus.kit.lists.Parameter;
import org.isthmus.kit.lists.Parameters;
import org.isthmus.kit.lists.Past;
import org.isthmus.kit.lists.Type;
import org.isthmus.kit.query.Query;

/**
 * Which movements are meant, by one of their entries: where its money comes from, whose it is and to what it belongs.
 *
 * <p>The conditions speak of {@code e} (entry) and {@code a} (account).
 */
final class MovementFilter {

    private static final String NOT_ATTRIBUTED = "notAttributed";

    /** Each dimension that money is attributed by: whose shares count first, and under which of its codes. */
    private enum Attributed {
        PROGRAMME("coalesce(a.action_id, a.project_id)", "PROGRAMME", "t.code", "?"),
        STRAND("coalesce(a.project_id, a.action_id)", "STRAND", "t.code", "?"),
        COUNTRY("coalesce(a.project_id, a.action_id)", "PLACE", "t.code", "?"),
        REGION("coalesce(a.project_id, a.action_id)", "PLACE", "t.region", "regions_within(cast(? as text[]))");

        private final String subject;
        private final String dimension;
        private final String code;
        private final String asked;

        Attributed(String subject, String dimension, String code, String asked) {
            this.subject = subject;
            this.dimension = dimension;
            this.code = code;
            this.asked = asked;
        }

        String parameter() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The parts of the entry's money that hold on a day, as they were known. */
        private Query parts(Past past, LocalDate day) {
            return Query.of(
                    "select from attributed_share t where t.subject = %s and t.dimension = '%s' and known_at(t.recorded_from, t.recorded_to, cast(? as timestamptz)) and valid_on(t.valid_from, t.valid_to, ?)"
                            .formatted(subject, dimension),
                    past.recordedBy(),
                    day);
        }

        Query isMissing(Past past, LocalDate day) {
            return Query.of("(exists (")
                    .add(parts(past, day))
                    .add(" and %s is null) or not exists (".formatted(code))
                    .add(parts(past, day))
                    .add("))");
        }
    }

    static final Parameters PARAMETERS = new Parameters()
            .add(Parameter.filter("account", Type.UUID, "Id of an account that it touches.")
                    .known(EntryCodes.ACCOUNT_IDS)
                    .always())
            .addFilter("accountKind", AccountKind.class, "Kind of an account that it touches.")
            .addFilter("budgetLine", BudgetLines.CODES, "Code of the budget line.")
            .addFilter("year", Type.YEAR, "Budget year of the money.")
            .addFilter("action", EntryCodes.ACTIONS, "Action, by id or reference.")
            .addFilter("project", EntryCodes.PROJECTS, "Project, by id or reference.")
            .addFilter("commitment", EntryCodes.COMMITMENTS, "Commitment, by id or reference.")
            .addFilter("programme", KnownCodes.PROGRAMMES, "Programme that the money belongs to, by code.")
            .addFilter("strand", KnownCodes.STRANDS, "Strand that a part of the money belongs to, by code.")
            .addFilter("country", KnownCodes.COUNTRIES, "Country that a part belongs to, ISO 3166-1 alpha-2.")
            .addFilter(
                    "region",
                    KnownCodes.REGIONS,
                    "Region that a part of the money belongs to, its parts included; by its code, another writing or a title of it.")
            .addNames(
                    NOT_ATTRIBUTED,
                    List.of("strand", "country", "region", "programme", "year", "action"),
                    "Of which of these a part can't be attributed to one.")
            .add(new Parameter(
                    "measure",
                    Type.TEXT,
                    Parameter.Times.REPEATED,
                    Arrays.stream(EntryMeasure.values())
                            .map(MovementFilter::word)
                            .toList(),
                    null,
                    "What an entry counts in, such as committed or paid."))
            .add("counted", Type.BOOLEAN, "Whether an entry counts in any measure.");

    private final Asked asked;
    private final Past past;
    private final LocalDate day;
    private final Query conditions = new Query();

    private MovementFilter(Asked asked, Past past, LocalDate day) {
        this.asked = asked;
        this.past = past;
        this.day = day;
    }

    /** The condition on a row of movements that has such an entry. */
    static Query of(Asked asked, Past past, LocalDate today) {
        LocalDate day = Objects.requireNonNullElse(past.effectiveOn(), today);
        MovementFilter filter = new MovementFilter(asked, past, day);
        filter.ofTheEntry();
        for (Attributed attributed : Attributed.values()) {
            filter.attributed(attributed);
        }
        filter.notAttributed();
        return filter.condition();
    }

    private Query condition() {
        return conditions.toString().isEmpty()
                ? conditions
                : Query.of(
                                " and id in (select e.movement_id from entry e join account a on a.id = e.account_id where true")
                        .add(conditions)
                        .add(")");
    }

    private void ofTheEntry() {
        add("account", "a.id", "a.id = any (?)");
        add("accountKind", "a.kind", "a.kind = any (?)");
        add("budgetLine", "a.budget_line", "a.budget_line = any (?)");
        add("year", "a.year", "a.year = any (?)");
        add(
                "action",
                "a.action_id",
                "a.action_id in (select id from known_action where reference = any (?) or id::text = any (?))");
        add(
                "project",
                "a.project_id",
                "(a.project_id::text = any (?) or a.project_id in (select id from known_project where reference = any (?)))");
        add(
                "commitment",
                "a.commitment_id",
                "a.commitment_id in (select id from commitment where reference = any (?) or id::text = any (?))");
        add("measure", "e.measure", "lower(e.measure) = any (?)");
        asked.one("counted", Boolean.class)
                .ifPresent(counted -> conditions.add(" and e.measure is " + (counted ? "not null" : "null")));
    }

    private void add(String parameter, String column, String condition) {
        conditions.add(asked.condition(parameter, condition, column + " is null"));
    }

    private void attributed(Attributed attributed) {
        String parameter = attributed.parameter();
        Query parts = Query.of("exists (")
                .add(attributed.parts(past, day))
                .add(" and %s = any (%s)".formatted(attributed.code, attributed.asked), asked.given(parameter));
        // one part of the entry is in the country and in the region, not two different ones
        if (attributed == Attributed.REGION && asked.has("country") && !asked.asksNone("country")) {
            parts.add(" and t.code = any (?)", asked.given("country"));
        }
        conditions.add(asked.condition(parameter, parts.add(")"), attributed.isMissing(past, day)));
    }

    private void notAttributed() {
        Map<String, Query> missing = new LinkedHashMap<>();
        missing.put("year", Query.of("a.year is null"));
        missing.put("action", Query.of("a.action_id is null"));
        for (Attributed attributed : Attributed.values()) {
            missing.put(attributed.parameter(), attributed.isMissing(past, day));
        }
        missing.keySet().retainAll(asked.names(NOT_ATTRIBUTED));
        if (!missing.isEmpty()) {
            conditions.add(" and (false");
            missing.values().forEach(each -> conditions.add(" or ").add(each));
            conditions.add(")");
        }
    }

    private static String word(EntryMeasure measure) {
        return measure.name().toLowerCase(Locale.ROOT);
    }
}
