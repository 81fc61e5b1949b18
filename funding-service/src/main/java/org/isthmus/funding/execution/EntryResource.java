package org.isthmus.funding.execution;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.isthmus.kit.access.Audience;
import org.isthmus.kit.lists.EffectiveDays;
import org.isthmus.kit.lists.Lists;
import org.isthmus.kit.lists.Type;
import org.isthmus.kit.lists.ViewTable;
import org.isthmus.kit.query.Query;
import org.isthmus.kit.report.Breakdown;
import org.isthmus.kit.report.Measure;
import org.isthmus.kit.report.Reports;

/** The entries behind a total of execution, in euros: it links here. */
@Path("/v1/entries")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Execution")
class EntryResource {

    // formatter:off
    static final ViewTable<EntryView> ENTRIES = ViewTable.<EntryView>of("entry", "/v1/entries", EntryView.class)
            .from("listed")
            .effective(EffectiveDays.from("counted_on"))
            .parameters(ExecutionReport.DECLARATION.ofEntries())
            .column("effective_on", Type.DATE, "Effective day.").optional().sort("effectiveOn")
            .column("position", Type.INTEGER, "Its place in the books.").sort()
            .defaultSort("-effectiveOn")
            .cell("movementId", "/movementId")
            .cell("line", "/line")
            .cell("type", "/type")
            .cell("effectiveOn", "/effectiveOn")
            .cell("recordedAt", "/recordedAt")
            .cell("reason", "/reason")
            .cell("budgetLine", "/budgetLine")
            .cell("year", "/year")
            .cell("action", "/action")
            .cell("projectId", "/projectId")
            .cell("commitmentId", "/commitmentId")
            .cell("measure", "/measure")
            .cell("measured", "/measured")
            .cell("attributed", "/attributed")
            .cell("currency", "/currency")
            .cell("historical", "/historical")
            .cell("includedIn", "/includedIn");
    // formatter:on

    private static final String LISTED = """
            , listed as (
             select cast(md5(p.thing) as uuid) as id, 1 as version, p.thing as reference, true as visible,
                    m.recorded_at, m.effective_on, m.position,
                    least(m.effective_on, cast(? as date)) as counted_on,
                    json_strip_nulls(json_build_object(
                        'id', cast(md5(p.thing) as uuid), 'movementId', m.id, 'line', e.line, 'type', m.type,
                        'effectiveOn', m.dated, 'recordedAt', instant(m.recorded_at), 'reason', m.reason,
                        'budgetLine', a.budget_line, 'year', a.year, 'action', p.action, 'projectId', a.project_id,
                        'commitmentId', a.commitment_id, 'currency', e.currency,
                        'measured', round(e.measured, 2)::text, 'measure', lower(e.measure),
                        'attributed', round(p.amount, 2)::text, 'counts', json_build_object(%s),
                        'historical', p.measure like '%%OfPast' or p.measure like '%%DateUnknown', 'includedIn', p.included_in))::text as body
               from (select thing, movement_id, entry, measure, action, included_in, sum(amount) as amount
                       from part where measure = any (?) and (cast(? as text) is null or currency = ?)
                      group by thing, movement_id, entry, measure, action, included_in) p
               join movement m on m.id = p.movement_id
               join entry e on e.movement_id = p.movement_id and e.line = p.entry
               join account a on a.id = e.account_id)
            """;

    private final Lists lists;
    private final Reports reports;
    private final Audience audience;

    EntryResource(Lists lists, Reports reports, Audience audience) {
        this.lists = lists;
        this.reports = reports;
        this.audience = audience;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, "text/csv", "application/x-ndjson"})
    @Operation(
            operationId = "listEntries",
            summary = "List the entries behind a total, each with its part",
            description =
                    "Takes what a report of execution takes; the parts listed add up to its figures, to the cent.")
    public Response list() {
        return lists.answer(ENTRIES, asked -> listed(reports.asked(ExecutionReport.DECLARATION, asked)));
    }

    private Query listed(Breakdown asked) {
        String counts = asked.measures().stream().map(EntryResource::count).collect(Collectors.joining(", "));
        String currency = asked.currency().orElse(null);
        return EntryParts.of(asked, reports, audience.isOfficial())
                .add(LISTED.formatted(counts), reports.day(asked), asked.counted(), currency, currency);
    }

    private static String count(Measure measure) {
        return measure.terms().entrySet().stream()
                .map(term -> "when '%s' then round(%d * p.amount, 2)::text".formatted(term.getKey(), term.getValue()))
                .collect(Collectors.joining(" ", "'%s', case p.measure ".formatted(measure.name()), " end"));
    }
}
