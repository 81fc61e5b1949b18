package org.isthmus.projects.statistics;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.Explode;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.isthmus.kit.documents.Listing;
import org.isthmus.kit.lists.AsOf;
import org.isthmus.kit.lists.Past;
import org.isthmus.projects.access.Readers;

@Path("/v1/statistics/projects")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Statistics", description = "How many projects there are, and what the Union pays for them.")
class StatisticsResource {

    static final Listing FILTERS = Listing.ofParameters("getProjectStatistics")
            .own("programme", Listing.Type.TEXTS, "Code of the programme, or none.")
            .own("strand", Listing.Type.TEXTS, "Code of the strand, or none.")
            .own("country", Listing.Type.TEXTS, "Country, ISO 3166-1 alpha-2, or none.")
            .own("region", Listing.Type.TEXTS, "A region as a source prints it, or that of a country, or none.")
            .own("status", Listing.Type.TEXTS, "Status.")
            .own("year", Listing.Type.TEXTS, "A year in which it ran, or none.")
            .own("scope", Listing.Type.TEXTS, "Scope, or none.")
            .own("organisation", Listing.Type.TEXTS, "An organisation that takes part, by id or reference, or none.");

    private final Tally tally;
    private final Readers readers;
    private final Clock clock;
    private final UriInfo uri;

    StatisticsResource(Tally tally, Readers readers, Clock clock, UriInfo uri) {
        this.tally = tally;
        this.readers = readers;
        this.clock = clock;
        this.uri = uri;
    }

    @GET
    @APIResponseSchema(Statistics.class)
    @Operation(
            operationId = "getProjectStatistics",
            summary = "Count projects and add up their contribution",
            description = "Filters repeat for OR and pick whole projects, as on the list of projects; rows and what is"
                    + " not attributed add up to the total.")
    @Parameter(
            name = "groupBy",
            in = ParameterIn.QUERY,
            explode = Explode.FALSE,
            schema = @Schema(type = SchemaType.STRING),
            description = "Up to three of strand, country, region, year, status, programme, scope, in any order,"
                    + " separated by commas; strand without it.",
            example = "strand,country")
    public Response get() {
        Question question = Question.of(uri.getQueryParameters());
        Statistics answer = answer(question, tally.count(question, readers.projects()));
        return Response.ok(answer)
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .header(HttpHeaders.VARY, "Accept, Authorization")
                .build();
    }

    private Statistics answer(Question question, Tally.Result result) {
        Figures total = result.sum("TOTAL");
        Collection<String> currencies = total.currencies();
        return new Statistics(
                List.of("projects", "contribution"),
                question.dimensions().stream().map(Dimension::parameter).toList(),
                currencies,
                "UMBRELLA",
                readers.extent(),
                Statistics.DEFINITIONS,
                AsOf.of(result.sum("POSITION").projects(), Past.PRESENT, clock.instant()),
                rows(question, result.rows(), currencies),
                notAttributed(result, currencies),
                new Statistics.Total(
                        total.projects(),
                        total.in(currencies),
                        result.sum("INCLUDED").projects(),
                        result.sum("UNKNOWN").projects(),
                        question.link(Map.of())));
    }

    private static List<Statistics.Row> rows(
            Question question, Map<List<String>, Figures> rows, Collection<String> currencies) {
        return rows.entrySet().stream()
                .map(row -> {
                    Map<String, String> key = question.key(row.getKey());
                    Figures figures = row.getValue();
                    return new Statistics.Row(key, figures.projects(), figures.in(currencies), question.link(key));
                })
                .toList();
    }

    private static Statistics.NotAttributed notAttributed(Tally.Result result, Collection<String> currencies) {
        Figures sum = result.sum("NOT_ATTRIBUTED");
        return new Statistics.NotAttributed(
                sum.projects(),
                sum.in(currencies),
                result.reasons().entrySet().stream()
                        .map(reason -> new Statistics.Reason(
                                reason.getKey(),
                                reason.getValue().projects(),
                                reason.getValue().in(currencies)))
                        .toList());
    }
}
