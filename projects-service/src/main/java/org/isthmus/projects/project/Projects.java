package org.isthmus.projects.project;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.isthmus.kit.events.Event;
import org.isthmus.kit.lists.Copies;
import org.isthmus.kit.lists.Parameter.Known;
import org.isthmus.kit.lists.Type;
import org.isthmus.kit.lists.ViewTable;
import org.isthmus.kit.query.Query;
import org.isthmus.kit.reconciliation.DigestedRows;
import org.isthmus.kit.reconciliation.Reconciled;
import org.isthmus.kit.report.Attributions;
import org.isthmus.kit.store.Aggregates;
import org.isthmus.kit.store.Store;
import org.isthmus.kit.values.Classification;
import org.isthmus.kit.values.Money;
import org.isthmus.projects.money.Commitments;
import org.isthmus.projects.money.ProjectMoney.CountingLevel;
import org.isthmus.projects.organisation.Organisations;
import org.isthmus.projects.reference.Codes;
import org.isthmus.projects.reference.KnownCodes;
import org.isthmus.projects.relation.RelationType;
import org.isthmus.projects.values.CoFinancier;
import org.isthmus.projects.values.CountryShare;
import org.isthmus.projects.values.Period;
import org.isthmus.projects.values.ProjectScope;
import org.isthmus.projects.values.ProjectStatus;
import org.isthmus.projects.values.StrandShare;
import org.isthmus.projects.values.Years;
import org.jspecify.annotations.Nullable;

/** All projects: how they are kept and found. */
@ApplicationScoped
class Projects implements PanacheRepositoryBase<Project, UUID>, Reconciled {

    /** Those of the register, and what a project that the caller may see prints otherwise. */
    private static final Known REGIONS = new Known(
            "code of a region, such as ENPI East, or another writing or a title of it",
            rows -> KnownCodes.regions()
                    .add(" union all select from project_view where within_regions @> array[region_code(value)] and ")
                    .add(rows.condition()),
            "region_codes",
            "programming.regions");

    private static final Known CALLS = new Known(
            "call, by the reference that a project names",
            rows -> Query.of("select from project_view where call = value and ").add(rows.condition()));

    private static final Known UMBRELLAS = new Known(
            "project, by its reference",
            rows -> Query.of("select from project_view where reference = value and ")
                    .add(rows.condition()));

    // formatter:off
    static final ViewTable<Project> VIEWS = ViewTable.<Project>of("project", "/v1/projects", ProjectView.class)
            .visible(Project::isPublished).ownedBy("organisations").copies(Copies.of("money_of_project", "with_money"))
            .cell("id", "/id")
            .reference(Project::reference, "Its reference.").csv()
            .column("published", Type.BOOLEAN, Project::isPublished, "Whether it is published.").filter().ofVersions("published")
            .column("title", Type.COLLATED, project -> project.content().title().any(), "Title.").sort().text("title", "/title")
            .column("status", ProjectStatus.class, Project::status, "Status.").filter().facet().sort().csv().ofVersions("status")
            .column("programme", Type.TEXT, Projects::programme, "Code of the programme.").optional().filter().known(KnownCodes.PROGRAMMES).facet().cell("programme", "/programme/code")
            .column("other_programmes", Type.TEXTS, project -> distinct(project.content().otherProgrammes().stream().map(CoFinancier.OtherProgramme::code)), "Code of a programme that pays too; totals count for programme alone.").filter("otherProgramme").known(KnownCodes.PROGRAMMES).cell("otherProgrammes", "/otherProgrammes/*", "code", "name")
            .cell("otherTitles", "/otherTitles/*/title").cell("website", "/website").cell("duration", "/period/duration")
            .column("call", Type.TEXT, project -> project.content().call(), "Reference of the call.").optional().filter().known(CALLS).cell("call", "/call")
            .column("actions", Type.TEXTS, Projects::actions, "Action, by id or reference.").filter("action").known(KnownCodes.ACTIONS).cell("action", "/action/reference")
            .column("strands", Type.TEXTS, Projects::strands, "Code of the strand.").filter("strand").known(KnownCodes.STRANDS).facet()
            .column("countries", Type.TEXTS, project -> countries(project, false), "Country, ISO 3166-1 alpha-2; none: no country benefits by name.").filter("country").known(KnownCodes.COUNTRIES).noneBy("benefiting").facet()
            .column("benefiting", Type.TEXTS, project -> countries(project, true), "Country that the money is for.")
            .column("regions", Type.TEXTS, project -> project.context().regions(), "Region that it names, by its code, or that of a country; what lies within is left out.").filter("regionItself").known(REGIONS)
            .column("within_regions", Type.TEXTS, project -> project.context().withinRegions(), "Region that it or one of its countries is in, parts included: by its code, another writing or a title of it, whatever the capitals; or as a source prints it.").filter("region").known(REGIONS).facet()
            .column("classifications", Type.TEXTS, project -> classifications(project), "Term that it is classified by, as vocabulary:code.").filter("classification").known(KnownCodes.TERMS).facet()
            .column("scope", ProjectScope.class, project -> project.content().scope(), "Scope.").optional().filter().facet()
            .column("organisations", Type.TEXTS, Projects::organisations, "An organisation that takes part, by id or reference.").filter("organisation").known(Organisations.REFERENCES)
            .column("start_on", Type.DATE, project -> start(project.content().period()), "First day.").optional().sort("start")
            .cell("start", "/period/start")
            .column("end_on", Type.DATE, project -> end(project.content().period()), "Last day.").optional().sort("end")
            .cell("end", "/period/end").cell("ongoing", "/period/ongoing")
            .column("years", Type.YEARS, project -> project.context().years().named(), "A year in which it ran.").filter("year").facet().filter("projectYear").facet()
            .column("end_known", Years.End.class, project -> project.context().years().end(), "Whether its end is known; one that is not counts until the last day that a source or an act tells of it.").filter("endKnown").facet()
            .column("runs_on", Type.BOOLEAN, project -> project.context().years().runsOn(), "Whether it counts until today.")
            .column("last_year", Type.YEAR, project -> project.context().years().last(), "Last year.").optional().from("yearFrom", "It ran in this year or later.")
            .column("first_year", Type.YEAR, project -> project.context().years().first(), "First year.").optional().until("yearTo", "It ran in this year or earlier.")
            .cell("contributionLabel", "/contribution/label").cell("contribution", "/contribution/amount/amount").cell("contributionAccuracy", "/contribution/accuracy")
            .column("currency", Type.CURRENCY, project -> amount(project).map(money -> money.currency().getCurrencyCode()).orElse(null), "Currency of the contribution, ISO 4217.").optional().filter().cell("currency", "/contribution/amount/currency")
            .column("amount", Type.NUMBER, project -> amount(project).map(Money::amount).orElse(null), "Contribution.").optional()
            .column("euros", Type.NUMBER, project -> amount(project).filter(money -> money.currency().equals(Money.EUR)).map(Money::amount).orElse(null), "Contribution in EUR, unknown for one in another currency.").optional().sort("amount")
            .from("amountFrom", "The contribution is in EUR and this or more.").until("amountTo", "The contribution is in EUR and this or less.")
            .cell("totalCost", "/totalCost/amount/amount").cell("totalCostCurrency", "/totalCost/amount/currency").cell("totalCostAccuracy", "/totalCost/accuracy").cell("strands", "/strands/*", "code", "share").cell("countries", "/countries/*", "code", "share").cell("countryRoles", "/countries/*", "code", "role").cell("regions", "/regions/*").cell("classifications", "/classifications/*", "scheme", "code").cell("scope", "/scope")
            .cell("organisations", "/organisations/*", "reference", "role").cell("organisationNames", "/organisations/*/name").cell("committed", "/money/committed").cell("paid", "/money/paid").cell("decommitted", "/money/decommitted").cell("outstanding", "/money/outstanding").cell("paymentsUnknown", "/money/paymentsUnknown")
            .column("counting_level", CountingLevel.class, project -> project.context().level(), "Level at which its contribution counts.").filter("countingLevel").cell("countingLevel", "/countingLevel")
            .column("part_of", Type.TEXTS, Projects::partOf, "Reference of the umbrella; with none every euro of contribution counts once.").filter("partOf").known(UMBRELLAS).cell("partOf", "/money/includedIn/reference")
            .search(project -> project.context().words(project.content()), "Words in titles, summaries, objectives, results and references, and in the names, in each language, of its countries, regions, strands and their measures, terms of vocabularies, action, programme and organisations.");
    // formatter:on

    private final Aggregates<Project, ProjectView> aggregates;
    private final ProjectQueries queries;
    private final Attributions attributions;
    private final DataSource database;
    private final Clock clock;

    @Override
    public List<DigestedRows> owned() {
        return List.of(DigestedRows.of(
                        "projects.projects",
                        "project",
                        """
                        select id as key, id, version, reference as name, reference, status, published, programme,
                               actions[1] as action, currency || ' ' || trim_scale(amount) as contribution,
                               part_of[1] as umbrella, euros
                          from project_view
                        """,
                        "reference",
                        "status",
                        "published",
                        "programme",
                        "action",
                        "contribution",
                        "umbrella")
                .amounts("euros"));
    }

    @Override
    public List<? extends Event> tellAgain(Collection<UUID> keys) {
        List<Project> standing = find("id in ?1 order by id", keys)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
        standing.forEach(project -> project.place(queries.contextOf(project)));
        return standing.stream().flatMap(project -> project.told().stream()).toList();
    }

    Projects(
            Store store,
            ProjectQueries queries,
            Commitments commitments,
            Attributions attributions,
            DataSource database,
            Clock clock) {
        this.queries = queries;
        this.attributions = attributions;
        this.database = database;
        this.clock = clock;
        aggregates = store.aggregates(this, VIEWS, this::stored)
                .writtenAs(Project::content)
                .shownBy((project, stored) -> ProjectView.of(
                        project, project.context(), commitments.of(project.id()).orElse(null)))
                .keeping(this::attribute);
    }

    Aggregates<Project, ProjectView> all() {
        return aggregates;
    }

    private ProjectView stored(Project project) {
        project.place(queries.contextOf(project));
        return ProjectView.of(project, project.context());
    }

    private void attribute(Project project) {
        Attributions.Told told = new Attributions.Told(
                project.id(),
                project.reference(),
                project.isPublished(),
                programme(project),
                project.context().umbrella(),
                amount(project).orElse(null),
                project.context().attribution());
        attributions.learn(told, project.context().lookedUpAt());
    }

    /** What of a project decides whether a commitment concerns it. */
    record Locked(@Nullable ProjectStatus status, @Nullable String grantReference, boolean isIncomplete) {

        static final Locked NOTHING = new Locked(null, null, false);
    }

    /** Keeps others from a project until the transaction ends, without reading it whole. */
    Optional<Locked> lockGrant(UUID id) {
        return Query.of("""
                        select status, grant_state ->> 'reference' as reference,
                               booked is null and (content ->> 'actionId' is null or content ->> 'programmeCode' is null
                                                   or content ->> 'contribution' is null) as is_incomplete
                          from project where id = ? for update
                        """, id)
                .first(
                        database,
                        row -> new Locked(
                                ProjectStatus.valueOf(row.text("status")),
                                row.findText("reference"),
                                row.flag("is_incomplete")));
    }

    /** Several at once, always in the same order, so that nobody waits in a circle. */
    List<Project> lock(Collection<UUID> ids) {
        return find("id in ?1 order by id", ids)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    private static @Nullable String programme(Project project) {
        Codes.Programme programme = project.context().programme();
        return programme == null ? null : programme.code();
    }

    private static List<String> actions(Project project) {
        Codes.Action action = project.context().action();
        return action == null ? List.of() : List.of(action.id().toString(), action.reference());
    }

    private static List<String> classifications(Project project) {
        return distinct(project.content().classifications().stream().map(Classification::term));
    }

    private static List<String> strands(Project project) {
        return distinct(project.content().strands().stream().map(StrandShare::code));
    }

    private static List<String> countries(Project project, boolean benefiting) {
        return distinct(project.content().countries().stream()
                .filter(country -> !benefiting || country.role().benefits())
                .map(CountryShare::code));
    }

    private static List<String> organisations(Project project) {
        return distinct(project.content().organisations().stream()
                .flatMap(party -> Stream.of(String.valueOf(party.organisationId()), party.organisationReference())));
    }

    private static @Nullable LocalDate start(@Nullable Period period) {
        return period == null || period.start() == null ? null : period.start().first();
    }

    private static @Nullable LocalDate end(@Nullable Period period) {
        return period == null || period.end() == null ? null : period.end().last();
    }

    /** What runs on today counts in a year from its first day on. */
    @Scheduled(every = "1h")
    @Transactional
    void countThisYear() {
        int year = LocalDate.now(clock).getYear();
        Query.of(
                        "update project_view set last_year = ?,"
                                + " years = array(select generate_series(first_year, ?)) where runs_on and last_year < ?",
                        year,
                        year,
                        year)
                .execute(database);
    }

    private static Optional<Money> amount(Project project) {
        return Optional.ofNullable(project.content().contribution())
                .flatMap(amounts -> Optional.ofNullable(amounts.amount()));
    }

    private static List<String> partOf(Project project) {
        return project.context().related(RelationType.PART_OF).stream()
                .map(umbrella -> umbrella.project().reference())
                .toList();
    }

    private static List<String> distinct(Stream<@Nullable String> values) {
        return values.flatMap(Stream::ofNullable).distinct().toList();
    }
}
