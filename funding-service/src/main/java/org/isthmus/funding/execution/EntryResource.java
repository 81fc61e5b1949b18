package org.isthmus.funding.execution;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.isthmus.funding.journal.VisibleMoney;
import org.isthmus.kit.documents.Listing;
import org.isthmus.kit.documents.Lists;
import org.isthmus.kit.documents.Scope;
import org.isthmus.kit.report.Breakdown;
import org.isthmus.kit.report.Measure;

/** The entries behind a total of execution, in euros: it links here. */
@Path("/v1/entries")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Execution")
class EntryResource {

    private static final Listing ENTRIES = ExecutionReport.DECLARATION
            .documented(Listing.over("entry"), Set.of("groupBy"))
            .answers(EntryView.class, "listEntries")
            .sort("effectiveOn", "effective_on", Listing.Type.DATE)
            .sort("position", "position", Listing.Type.NUMBER)
            .defaultSort("-effectiveOn")
            .csv("movementId", "/movementId")
            .csv("line", "/line")
            .csv("type", "/type")
            .csv("effectiveOn", "/effectiveOn")
            .csv("recordedAt", "/recordedAt")
            .csv("reason", "/reason")
            .csv("budgetLine", "/budgetLine")
            .csv("year", "/year")
            .csv("action", "/action")
            .csv("projectId", "/projectId")
            .csv("commitmentId", "/commitmentId")
            .csv("measure", "/measure")
            .csv("measured", "/measured")
            .csv("attributed", "/attributed")
            .csv("currency", "/currency")
            .csv("historical", "/historical")
            .csv("includedIn", "/includedIn");

    /** What every list takes, and no report. */
    private static final Set<String> OF_LISTS =
            Set.of("limit", "cursor", "sort", "total", "facets", "fields", "q", "format");

    private static final String ROWS = """
            (%s select cast(md5(p.thing) as uuid) as id, 1 as version, p.thing as reference,
                    timestamptz 'epoch' as recorded_at, cast(null as timestamptz) as superseded_at,
                    m.effective_on, m.position,
                    json_strip_nulls(json_build_object(
                        'id', cast(md5(p.thing) as uuid), 'movementId', m.id, 'line', e.line, 'type', m.type,
                        'effectiveOn', m.effective_on, 'recordedAt', instant(m.recorded_at), 'reason', m.reason,
                        'budgetLine', a.budget_line, 'year', a.year, 'action', p.action, 'projectId', a.project_id,
                        'commitmentId', a.commitment_id, 'currency', e.currency,
                        'measured', round(e.measured, 2)::text, 'measure', lower(e.measure),
                        'attributed', round(p.amount, 2)::text, 'counts', json_build_object(%s),
                        'historical', p.measure like '%%OfPast', 'includedIn', p.included_in))::text as body
               from (select thing, movement_id, entry, measure, action, included_in, sum(amount) as amount
                       from part where measure in (%s) and %s
                      group by thing, movement_id, entry, measure, action, included_in) p
               join movement m on m.id = p.movement_id
               join entry e on e.movement_id = p.movement_id and e.line = p.entry
               join account a on a.id = e.account_id) entry
            """;

    private final Lists lists;
    private final VisibleMoney sight;
    private final Clock clock;
    private final ZoneId zone;
    private final UriInfo uri;

    EntryResource(
            Lists lists,
            VisibleMoney sight,
            Clock clock,
            @ConfigProperty(name = "isthmus.zone") ZoneId zone,
            UriInfo uri) {
        this.lists = lists;
        this.sight = sight;
        this.clock = clock;
        this.zone = zone;
        this.uri = uri;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, "text/csv", "application/x-ndjson"})
    @Operation(
            operationId = "listEntries",
            summary = "List the entries behind a total, each with its part",
            description =
                    "Takes what a report of execution takes; the parts listed add up to its figures, to the cent.")
    public Response list() {
        Map<String, List<String>> parameters = new TreeMap<>(uri.getQueryParameters());
        parameters.keySet().removeAll(OF_LISTS);
        Breakdown asked = Breakdown.of(ExecutionReport.DECLARATION, parameters, clock, zone);
        return lists.answer(ENTRIES.in(rows(asked)), Scope.all());
    }

    private String rows(Breakdown asked) {
        String parts = EntryParts.of(asked, sight.condition("a.project_id"), sight.isFull())
                .text();
        return ROWS.formatted(
                parts,
                asked.measures().stream().map(EntryResource::count).collect(Collectors.joining(", ")),
                asked.counted().stream().map("'%s'"::formatted).collect(Collectors.joining(", ")),
                asked.currency().map("currency = '%s'"::formatted).orElse("true"));
    }

    private static String count(Measure measure) {
        return measure.terms().entrySet().stream()
                .map(term -> "when '%s' then round(%d * p.amount, 2)::text".formatted(term.getKey(), term.getValue()))
                .collect(Collectors.joining(" ", "'%s', case p.measure ".formatted(measure.name()), " end"));
    }
}
