package org.isthmus.projects.project;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.isthmus.kit.documents.Listing;
import org.isthmus.kit.documents.SearchText;
import org.isthmus.kit.money.Money;
import org.isthmus.kit.text.Text;
import org.isthmus.projects.facts.CountryShare;
import org.isthmus.projects.facts.ProjectScope;
import org.isthmus.projects.facts.StrandShare;
import org.isthmus.projects.money.ProjectMoney;
import org.isthmus.projects.organisation.OrganisationRegister;
import org.isthmus.projects.reference.KnownCodes;
import org.isthmus.projects.relation.RelationType;
import org.jspecify.annotations.Nullable;

/** What projects are found, sorted and exported by. */
final class ProjectColumns {

    static final String TABLE = "project_document";

    static final Listing LISTING = Listing.over(TABLE)
            .answers(ProjectView.class, "listProjects")
            .filter("programme", "programme", Listing.Type.TEXT, "Code of the programme.")
            .filter("action", "actions", Listing.Type.TEXTS, "Action, by id or reference.")
            .filter("call", "call", Listing.Type.TEXT, "Reference of the call.")
            .filter("strand", "strands", Listing.Type.TEXTS, "Code of the strand.")
            .filter("country", "countries", Listing.Type.TEXTS, "Country, ISO 3166-1 alpha-2.")
            .filter("region", "regions", Listing.Type.TEXTS, "A region as a source prints it, or that of a country.")
            .filter("scope", "scope", ProjectScope.class, "Scope.")
            .filter("status", "status", ProjectStatus.class, "Status.")
            .filter(
                    "organisation",
                    "organisations",
                    Listing.Type.TEXTS,
                    "An organisation that takes part, by id or reference.")
            .filter("published", "published", Listing.Type.BOOLEAN, "Whether it is published.")
            .years("year", "years", "A year in which it ran.")
            .filter("currency", "currency", Listing.Type.TEXT, "Currency of the contribution, ISO 4217.")
            .filter(
                    "countingLevel",
                    "counting_level",
                    ProjectMoney.CountingLevel.class,
                    "Level at which its contribution counts.")
            .filter(
                    "partOf",
                    "part_of",
                    Listing.Type.TEXTS,
                    "Reference of the umbrella; with none every euro of contribution counts once.")
            .known("programme", KnownCodes.PROGRAMMES)
            .known("strand", KnownCodes.STRANDS)
            .known("country", KnownCodes.COUNTRIES)
            .known("organisation", OrganisationRegister.REFERENCES)
            .from("yearFrom", "last_year", Listing.Type.INTEGER, "It ran in this year or later.")
            .until("yearTo", "first_year", Listing.Type.INTEGER, "It ran in this year or earlier.")
            .from("amountFrom", "amount", Listing.Type.NUMBER, "The contribution is this or more.")
            .until("amountTo", "amount", Listing.Type.NUMBER, "The contribution is this or less.")
            .sort("title", "title", Listing.Type.COLLATED)
            .sort("status", "status", Listing.Type.TEXT)
            .sortNullable("amount", "amount", Listing.Type.NUMBER)
            .sortNullable("start", "start_on", Listing.Type.DATE)
            .sortNullable("end", "end_on", Listing.Type.DATE)
            .facets("country", "strand", "status", "programme", "region", "year", "scope")
            .search("search", "Words in titles, summaries, objectives, results, organisations and references.")
            .csv("id", "/id")
            .csv("reference", "/reference")
            .csv("title", "/title/*")
            .csv("status", "/status")
            .csv("programme", "/programme/code")
            .csv("start", "/period/start")
            .csv("end", "/period/end")
            .csv("ongoing", "/period/ongoing")
            .csv("contributionLabel", "/contribution/label")
            .csv("contribution", "/contribution/amount/amount")
            .csv("currency", "/contribution/amount/currency")
            .csv("totalCost", "/totalCost/amount/amount")
            .csv("strands", "/strands/*/code")
            .csv("countries", "/countries/*/code")
            .csv("regions", "/regions/*")
            .csv("scope", "/scope")
            .csv("organisations", "/organisations/*/name")
            .csv("committed", "/money/committed")
            .csv("paid", "/money/paid")
            .csv("countingLevel", "/money/countingLevel")
            .csv("partOf", "/money/includedIn/reference");

    private static final String PRESENT = "present_project_document";
    private static final String PAST = "past_project_document";

    private ProjectColumns() {}

    /** From where projects are read with their money: as they are, or as they were on a day that the caller names. */
    static String shown(boolean isOfThePast) {
        return isOfThePast ? PAST : PRESENT;
    }

    static Map<String, @Nullable Object> of(ProjectView view, Surroundings around) {
        Years years = Years.of(view.period(), view.sources());
        Money amount = view.contribution() == null ? null : view.contribution().amount();
        Map<String, @Nullable Object> columns = new HashMap<>();
        columns.put("reference", view.reference());
        columns.put("published", view.published());
        columns.put("visible", view.published());
        columns.put("title", view.title().any());
        columns.put("status", view.status().name());
        columns.put(
                "programme", view.programme() == null ? null : view.programme().code());
        columns.put("call", view.call());
        columns.put(
                "actions",
                view.action() == null
                        ? List.of()
                        : List.of(view.action().id().toString(), view.action().reference()));
        columns.put("strands", distinct(view.strands().stream().map(StrandShare::code)));
        columns.put("countries", distinct(view.countries().stream().map(CountryShare::code)));
        columns.put("regions", distinct(Stream.concat(view.regions().stream(), around.countryRegions().stream())));
        columns.put("scope", view.scope() == null ? null : view.scope().name());
        columns.put(
                "organisations",
                distinct(view.organisations().stream()
                        .flatMap(party -> Stream.of(party.id().toString(), party.reference()))));
        columns.put(
                "start_on",
                view.period() == null || view.period().start() == null
                        ? null
                        : view.period().start().first());
        columns.put(
                "end_on",
                view.period() == null || view.period().end() == null
                        ? null
                        : view.period().end().last());
        columns.put("first_year", years.first());
        columns.put("last_year", years.last());
        columns.put("years", years.named());
        columns.put("amount", amount == null ? null : amount.amount());
        columns.put("currency", amount == null ? null : amount.currency().getCurrencyCode());
        columns.put("counting_level", around.level().name());
        columns.put(
                "part_of",
                around.related().stream()
                        .filter(related -> related.type() == RelationType.PART_OF)
                        .map(Surroundings.Related::reference)
                        .toList());
        columns.put("search", SearchText.of(words(view)));
        return columns;
    }

    private static List<String> words(ProjectView view) {
        List<String> words = new ArrayList<>();
        words.add(view.reference());
        if (view.call() != null) {
            words.add(view.call());
        }
        add(words, view.title());
        if (view.summary() != null) {
            add(words, view.summary());
        }
        view.objectives().forEach(text -> add(words, text));
        view.results().forEach(result -> add(words, result.text()));
        view.organisations().forEach(party -> words.addAll(List.of(party.reference(), party.name())));
        return words;
    }

    private static void add(List<String> words, Text text) {
        words.addAll(text.byLanguage().values());
    }

    private static List<String> distinct(Stream<String> values) {
        Set<String> distinct = new LinkedHashSet<>(values.toList());
        return List.copyOf(distinct);
    }
}
