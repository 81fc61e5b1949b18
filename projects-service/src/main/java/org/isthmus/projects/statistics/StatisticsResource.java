package org.isthmus.projects.statistics;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.isthmus.kit.documents.Listing;
import org.isthmus.kit.money.Money;
import org.isthmus.kit.report.AddUp;
import org.isthmus.kit.report.Breakdown;
import org.isthmus.kit.report.Dimension;
import org.isthmus.kit.report.Figures;
import org.isthmus.kit.report.Measure;
import org.isthmus.kit.report.Totals;
import org.isthmus.projects.access.Readers;
import org.jspecify.annotations.Nullable;

/** How many projects there are and what the Union pays for them, per currency; a past day is answered as recorded. */
@Path("/v1/statistics/projects")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Statistics", description = "How many projects there are, and what the Union pays for them.")
class StatisticsResource {

    static final Listing PARAMETERS = StatisticsReport.DECLARATION.documented();

    private final AddUp addUp;
    private final Readers readers;
    private final Clock clock;
    private final ZoneId zone;
    private final UriInfo uri;

    StatisticsResource(
            AddUp addUp,
            Readers readers,
            Clock clock,
            @ConfigProperty(name = "isthmus.zone") ZoneId zone,
            UriInfo uri) {
        this.addUp = addUp;
        this.readers = readers;
        this.clock = clock;
        this.zone = zone;
        this.uri = uri;
    }

    @GET
    @APIResponseSchema(StatisticsView.class)
    @Operation(
            operationId = "getProjectStatistics",
            summary = "Count projects and add up their contribution",
            description = "Filters repeat for OR and pick whole projects, as on the list of projects; rows and what is"
                    + " not attributed add up to the total.")
    public Response get() {
        Breakdown asked = Breakdown.of(StatisticsReport.DECLARATION, uri.getQueryParameters(), clock, zone)
                .asRecorded(zone);
        Totals totals = addUp.of(
                asked,
                StatisticsParts.of(asked, readers.projects()),
                Map.of(
                        "position", position(asked),
                        "included", "(select count(*) from picked where is_included)",
                        "unknown_contribution", "(select count(*) from picked where is_unknown)"),
                readers.extent().equals("ALL"));
        return Response.ok(view(asked, totals))
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .header(HttpHeaders.VARY, "Accept, Authorization")
                .build();
    }

    /** The instant is a value of ours, never a text of the request. */
    private static String position(Breakdown asked) {
        return "(select coalesce(max(position), 0) from outbox%s)"
                .formatted(
                        asked.recordedBy() == null ? "" : " where occurred_at <= '%s'".formatted(asked.recordedBy()));
    }

    private StatisticsView view(Breakdown asked, Totals totals) {
        Figures total = totals.total();
        Collection<String> currencies = total.currencies();
        Instant at = asked.recordedBy() == null ? clock.instant() : asked.recordedBy();
        return new StatisticsView(
                asked.measures().stream().map(Measure::name).toList(),
                asked.dimensions().stream().map(Dimension::name).toList(),
                currencies,
                asked.report().countingLevel(),
                readers.extent(),
                asked.report().definitions(),
                new StatisticsView.AsOf(totals.number("position"), at, "RECORDED"),
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
        return asked.link("/v1/projects", key, asked.daysRecorded());
    }
}
