package org.isthmus.funding.budgetline;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.isthmus.funding.attribution.KnownProgrammes;
import org.isthmus.kit.commands.Write;
import org.isthmus.kit.http.BodyCheck;
import org.isthmus.kit.http.MergePatch;
import org.isthmus.kit.rules.Faults;
import org.isthmus.kit.rules.Refusal;
import org.isthmus.kit.store.Aggregates;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/budget-lines")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Budget lines", description = "Headings of the budget nomenclature.")
class BudgetLineResource {

    private final Aggregates<BudgetLine, BudgetLineView> lines;
    private final KnownProgrammes programmes;

    BudgetLineResource(BudgetLines lines, KnownProgrammes programmes) {
        this.lines = lines.all();
        this.programmes = programmes;
    }

    @POST
    @Write
    @Operation(operationId = "createBudgetLine", summary = "Open a budget line")
    public RestResponse<BudgetLineView> create(@NotNull NewBudgetLine asked) {
        if (asked.code().equals(BudgetLines.HISTORICAL)) {
            throw Refusal.conflict(
                    "budget-line-exists", "%s stands for the lines of the past.".formatted(asked.code()));
        }
        refuseFaulty(asked);
        return lines.create(new BudgetLine(asked));
    }

    @jakarta.enterprise.inject.Produces
    BodyCheck<NewBudgetLine> meaning() {
        return new BodyCheck<>(NewBudgetLine.class, this::refuseFaulty);
    }

    private void refuseFaulty(NewBudgetLine asked) {
        Faults faults = new Faults();
        asked.check(faults);
        programmes.check("/programme", asked.programme(), faults);
        faults.refuseIfAny(Refusal.Kind.INVALID, "budget-line-invalid", "The budget line is not clear.");
    }

    private void revise(BudgetLine line, NewBudgetLine asked) {
        refuseFaulty(asked);
        line.revise(asked);
    }

    @PUT
    @Path("/{id}")
    @Write
    @Operation(
            operationId = "replaceBudgetLine",
            summary = "Correct what is said of a budget line",
            description =
                    "Its name, heading and dates; its code never changes, and what it holds changes by movements.")
    public RestResponse<BudgetLineView> replace(@RestPath UUID id, @NotNull NewBudgetLine content) {
        return lines.edit(id, line -> revise(line, content));
    }

    @PATCH
    @Path("/{id}")
    @Consumes({MergePatch.TYPE, MediaType.APPLICATION_JSON})
    @Write
    @Operation(operationId = "patchBudgetLine", summary = "Correct some of what is said of a budget line")
    public RestResponse<BudgetLineView> patch(@RestPath UUID id, @NotNull String patch) {
        return lines.patch(id, patch, BudgetLine::content, this::revise);
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, "text/csv", "application/x-ndjson"})
    @Operation(operationId = "listBudgetLines", summary = "List budget lines")
    public Response list() {
        return lines.list();
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getBudgetLine", summary = "Read a budget line")
    public Response get(@RestPath UUID id) {
        return lines.read(id);
    }

    @GET
    @Path("/{id}/versions")
    @Operation(operationId = "listBudgetLineVersions", summary = "List every version of a budget line")
    public Response versions(@RestPath UUID id) {
        return lines.versions(id);
    }

    @GET
    @Path("/{id}/versions/{version}")
    @Operation(operationId = "getBudgetLineVersion", summary = "Read a version of a budget line as it was")
    public Response version(@RestPath UUID id, @RestPath Integer version) {
        return lines.version(id, version);
    }
}
