package org.isthmus.funding.delegation;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.isthmus.kit.access.Caller;
import org.isthmus.kit.commands.Write;
import org.isthmus.kit.http.BodyCheck;
import org.isthmus.kit.rules.Faults;
import org.isthmus.kit.rules.Refusal;
import org.isthmus.kit.store.Aggregates;
import org.isthmus.kit.values.Characters;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/delegations")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(
        name = "Delegations",
        description = "Who stands in for an officer of the money, from when to when, up to which amount.")
class DelegationResource {

    private final KeptDelegations kept;
    private final Aggregates<Delegation, DelegationView> delegations;
    private final Caller caller;

    DelegationResource(KeptDelegations kept, Caller caller) {
        this.kept = kept;
        this.delegations = kept.all();
        this.caller = caller;
    }

    @jakarta.enterprise.inject.Produces
    BodyCheck<NewDelegation> meaning() {
        return new BodyCheck<>(NewDelegation.class, DelegationResource::refuseFaulty);
    }

    private static void refuseFaulty(NewDelegation asked) {
        Faults faults = new Faults();
        if (asked.from() != null && asked.to() != null && asked.upTo() != null) {
            asked.check(faults);
        }
        faults.refuseIfAny(Refusal.Kind.INVALID, "delegation-invalid", "The delegation is not clear.");
    }

    @POST
    @Write
    @Operation(
            operationId = "createDelegation",
            summary = "Delegate a role of one's own to a deputy",
            description =
                    "It holds once an authorising officer who is neither of both has confirmed it. The deputy acts as"
                            + " itself, and each step says on whose behalf.")
    public RestResponse<DelegationView> create(@NotNull NewDelegation asked) {
        refuseFaulty(asked);
        if (!caller.has(asked.role().role())) {
            throw Refusal.forbidden(
                    "forbidden",
                    "Only who has the role %s delegates it."
                            .formatted(asked.role().role()));
        }
        return delegations.create(new Delegation(asked, Characters.folded(asked.deputy()), person()));
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, "text/csv", "application/x-ndjson"})
    @Operation(operationId = "listDelegations", summary = "List delegations")
    public Response list() {
        return delegations.list();
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getDelegation", summary = "Read a delegation")
    public Response get(@RestPath UUID id) {
        return delegations.read(id);
    }

    @POST
    @Path("/{id}/confirm")
    @Write
    @Operation(operationId = "confirmDelegation", summary = "Confirm a delegation of somebody else to a third person")
    public RestResponse<DelegationView> confirm(@RestPath UUID id) {
        return delegations.step(id, delegation -> delegation.confirm(person()));
    }

    @POST
    @Path("/{id}/revoke")
    @Write
    @Operation(operationId = "revokeDelegation", summary = "End a delegation before its last day")
    public RestResponse<DelegationView> revoke(@RestPath UUID id) {
        return delegations.step(id, delegation -> delegation.revoke(person(), kept.today()));
    }

    private String person() {
        return caller.person()
                .orElseThrow(() -> Refusal.forbidden(
                        "person-unknown", "A delegation is between persons, and this token names none."));
    }
}
