package org.isthmus.projects.statistics;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.isthmus.kit.lists.Parameters;
import org.isthmus.kit.query.Query;
import org.isthmus.kit.report.Breakdown;
import org.isthmus.kit.report.Dimension;
import org.isthmus.kit.report.Figures;
import org.isthmus.kit.report.Measure;
import org.isthmus.kit.report.Reports;
import org.isthmus.kit.report.Totals;
import org.isthmus.kit.values.Money;
import org.jspecify.annotations.Nullable;

/** How many projects there are and what the Union pays for them, per currency; a past day is answered as recorded. */
@Path("/v1/statistics/projects")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Statistics", description = "How many projects there are, and what the Union pays for them.")
class StatisticsResource {

    static final Parameters PARAMETERS = StatisticsReport.DECLARATION.at("/v1/statistics/projects");

    /** A partner also counts what its own organisation takes part in. */
    private static final String OWN = "organisations";

    private static final Map<String, Query> COUNTS = Map.of(
            "included", Query.of("(select count(*) from picked where is_included)"),
            "unknown_contribution", Query.of("(select count(*) from picked where is_unknown)"));

    private final Reports reports;

    StatisticsResource(Reports reports) {
        this.reports = reports;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, "text/csv"})
    @APIResponseSchema(StatisticsView.class)
    @Operation(
            operationId = "getProjectStatistics",
            summary = "Count projects and add up their contribution",
            description = "Filters repeat for OR and pick whole projects, as on the list of projects; rows and what is"
                    + " not attributed add up to the total.")
    public Response get() {
        Breakdown asked = reports.asked(StatisticsReport.DECLARATION, PARAMETERS);
        Query parts = StatisticsParts.of(asked, reports.knownOn(asked), reports.rows(OWN));
        return reports.answer(asked, reports.addUp(asked, parts, OWN, COUNTS), "projects", StatisticsResource::view);
    }

    private static StatisticsView view(Breakdown asked, Totals totals) {
        Figures total = totals.total();
        Collection<String> currencies = total.currencies();
        return new StatisticsView(
                asked.measures().stream().map(Measure::name).toList(),
                asked.dimensions().stream().map(Dimension::name).toList(),
                currencies,
                asked.report().countingLevel(),
                totals.scope(),
                asked.report().definitions(),
                totals.asOf(),
                totals.rows().entrySet().stream()
                        .map(row -> row(asked, asked.key(row.getKey()), row.getValue()))
                        .toList(),
                new StatisticsView.NotAttributed(
                        totals.notAttributed().things(),
                        money(totals.notAttributed(), currencies),
                        totals.reasons().entrySet().stream()
                                .map(reason -> new StatisticsView.Reason(
                                        reason.getKey(),
                                        reason.getValue().things(),
                                        money(reason.getValue(), currencies)))
                                .toList()),
                new StatisticsView.Total(
                        total.things(),
                        money(total, currencies),
                        totals.number("included"),
                        totals.number("unknown_contribution"),
                        link(asked, Map.of())));
    }

    private static StatisticsView.Row row(Breakdown asked, Map<String, Object> key, Figures figures) {
        List<Money> contribution = figures.currencies().stream()
                .flatMap(currency -> figures.amount(StatisticsReport.CONTRIBUTION, currency).stream())
                .toList();
        List<Money> upTo = figures.upTo().entrySet().stream()
                .filter(amount -> amount.getValue().signum() > 0)
                .map(amount -> money(amount.getKey(), amount.getValue()))
                .toList();
        return new StatisticsView.Row(key, figures.things(), orAbsent(contribution), orAbsent(upTo), link(asked, key));
    }

    private static @Nullable List<Money> orAbsent(List<Money> amounts) {
        return amounts.isEmpty() ? null : amounts;
    }

    /** One amount for each currency of the whole answer. */
    private static List<Money> money(Figures figures, Collection<String> currencies) {
        return currencies.stream()
                .map(currency -> figures.amount(StatisticsReport.CONTRIBUTION, currency)
                        .orElseGet(() -> Money.zero(Currency.getInstance(currency))))
                .toList();
    }

    private static Money money(String currency, BigDecimal amount) {
        Currency of = Currency.getInstance(currency);
        return new Money(amount.setScale(of.getDefaultFractionDigits()), of);
    }

    private static String link(Breakdown asked, Map<String, Object> key) {
        return asked.link("/v1/projects", key, Map.of());
    }
}
