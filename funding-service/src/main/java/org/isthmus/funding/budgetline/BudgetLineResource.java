package org.isthmus.funding.budgetline;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.isthmus.kit.documents.Documents;
import org.isthmus.kit.documents.Listing;
import org.isthmus.kit.documents.Lists;
import org.isthmus.kit.documents.Scope;
import org.isthmus.kit.http.Answers;
import org.isthmus.kit.rules.Refusal;
import org.isthmus.kit.text.Text;
import org.isthmus.kit.writes.Write;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/v1/budget-lines")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Budget lines", description = "Headings of the budget nomenclature.")
class BudgetLineResource {

    private static final String DOCUMENT = "budget_line_document";

    private static final Listing LISTING = Listing.over(DOCUMENT)
            .answers(View.class, "listBudgetLines")
            .filter("code", "reference", Listing.Type.TEXT, "Its code.")
            .filter("programme", "programme", Listing.Type.TEXT, "Code of the programme.")
            .facets("programme")
            .sort("code", "reference", Listing.Type.TEXT)
            .csv("code", "/code")
            .csv("title", "/title/en")
            .csv("programme", "/programme");

    private final BudgetLines lines;
    private final Documents documents;
    private final Lists lists;

    BudgetLineResource(BudgetLines lines, Documents documents, Lists lists) {
        this.lines = lines;
        this.documents = documents;
        this.lists = lists;
    }

    @Schema(name = "NewBudgetLine")
    record Draft(
            @NotBlank
            @Size(max = 40)
            @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9 ._-]*")
            @Schema(required = true, examples = "19 02 01")
            String code,

            @NotNull @Schema(required = true) Text title,

            @Nullable @Size(max = 60) @Schema(examples = "THEMATIC-MIGR")
            String programmeCode) {}

    @Schema(name = "BudgetLine")
    record View(
            @Schema(required = true) UUID id,
            @Schema(required = true) int version,
            @Schema(required = true, examples = "19 02 01") String code,
            @Schema(required = true) Text title,
            @Nullable @Schema(examples = "THEMATIC-MIGR") String programme) {}

    @POST
    @Write
    @APIResponseSchema(value = View.class, responseCode = "201")
    @Operation(operationId = "createBudgetLine", summary = "Open a budget line")
    public RestResponse<View> create(@Valid @NotNull Draft draft) {
        if (lines.has(draft.code()) || draft.code().equals("HISTORICAL")) {
            throw Refusal.conflict("budget-line-taken", "There is a budget line %s already.".formatted(draft.code()));
        }
        BudgetLine line = new BudgetLine(draft.code(), draft.title(), draft.programmeCode());
        lines.persistAndFlush(line);
        View view = new View(line.id(), line.version(), line.code(), line.title(), line.programme());
        Map<String, @Nullable Object> columns = new LinkedHashMap<>();
        columns.put("reference", line.code());
        columns.put("programme", line.programme());
        documents.put(DOCUMENT, line.id(), line.version(), view, columns);
        return Answers.created("/v1/budget-lines/" + line.id(), view, line.version());
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, "text/csv", "application/x-ndjson"})
    @Operation(operationId = "listBudgetLines", summary = "List budget lines")
    public Response list() {
        return lists.answer(LISTING, Scope.all());
    }

    @GET
    @Path("/{id}")
    @APIResponseSchema(View.class)
    @Operation(operationId = "getBudgetLine", summary = "Read a budget line")
    public Response get(@RestPath UUID id) {
        return documents.answer(DOCUMENT, id, Scope.all());
    }
}
