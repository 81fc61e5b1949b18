package org.isthmus.programming.coverage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.persistence.EntityManager;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.isthmus.kit.http.InvalidRequest;
import org.isthmus.programming.workflow.Readers;
import org.jspecify.annotations.Nullable;

@Path("/v1/coverage")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Coverage")
class TotalsResource {

    private final EntityManager entityManager;
    private final ObjectMapper json;
    private final Readers readers;
    private final Clock clock;

    TotalsResource(EntityManager entityManager, ObjectMapper json, Readers readers, Clock clock) {
        this.entityManager = entityManager;
        this.json = json;
        this.readers = readers;
        this.clock = clock;
    }

    @GET
    @Path("/totals")
    @Operation(
            operationId = "getCoverageTotals",
            summary = "Add up coverage by programme, work programme, year, action, strand, country or region",
            description = "Amounts are split by the shares of the plan; what can't be attributed is told apart.")
    public TotalsView totals(
            @Parameter(description = "One or several dimensions; repeat it or separate by commas.")
                    @QueryParam("groupBy")
                    List<String> groupBy,
            @QueryParam("programme") List<String> programme,
            @QueryParam("workProgramme") List<String> workProgramme,
            @QueryParam("year") List<String> year,
            @Parameter(description = "As it was recorded at the end of that day in UTC.") @QueryParam("asOf") @Nullable
                    LocalDate asOf) {
        Map<String, List<String>> filters = new LinkedHashMap<>();
        filters.put("programme", programme);
        filters.put("workProgramme", workProgramme);
        filters.put("year", year);
        filters.put("asOf", asOf == null ? List.of() : List.of(asOf.toString()));
        Grouping grouping = new Grouping(dimensions(groupBy), filters);
        bodies(programme, workProgramme, year, asOf).forEach(body -> grouping.add(read(body)));
        return grouping.view();
    }

    private static List<String> dimensions(List<String> groupBy) {
        List<String> dimensions = groupBy.stream()
                .flatMap(each -> List.of(each.split(",", -1)).stream())
                .distinct()
                .toList();
        if (dimensions.isEmpty() || !Grouping.DIMENSIONS.containsAll(dimensions)) {
            throw InvalidRequest.parameter(
                    "groupBy", "unknown-dimension", "Group by one or several of %s.".formatted(Grouping.DIMENSIONS));
        }
        return dimensions;
    }

    @SuppressWarnings("unchecked")
    private List<String> bodies(
            List<String> programme, List<String> workProgramme, List<String> year, @Nullable LocalDate asOf) {
        Instant at = asOf == null
                ? clock.instant().plusSeconds(1)
                : asOf.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        return entityManager
                .createNativeQuery(
                        """
                        select body from %s
                        where recorded_at < :at and (superseded_at is null or superseded_at >= :at)
                          and (:programmes = 0 or programme in (:programme))
                          and (:workProgrammes = 0 or work_programme in (:workProgramme))
                          and (:years = 0 or cast(year as text) in (:year))
                        """.formatted(readers.isOfficial() ? CoveragePages.OFFICIAL : CoveragePages.PUBLIC),
                        String.class)
                .setParameter("at", at)
                .setParameter("programmes", programme.size())
                .setParameter("programme", orNone(programme))
                .setParameter("workProgrammes", workProgramme.size())
                .setParameter("workProgramme", orNone(workProgramme))
                .setParameter("years", year.size())
                .setParameter("year", orNone(year))
                .getResultList();
    }

    private static List<String> orNone(List<String> values) {
        return values.isEmpty()
                ? List.of("")
                : values.stream().map(value -> value.replace("\0", "")).toList();
    }

    private CoverageView read(String body) {
        try {
            return json.readValue(body, CoverageView.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("a stored representation is not JSON", e);
        }
    }
}
