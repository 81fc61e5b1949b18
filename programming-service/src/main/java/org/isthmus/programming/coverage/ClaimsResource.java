package org.isthmus.programming.coverage;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.isthmus.kit.rules.Refusal;
import org.isthmus.programming.programme.ProgrammeRegister;
import org.isthmus.programming.workflow.Readers;
import org.jboss.resteasy.reactive.RestPath;

@Path("/v1/programmes")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Coverage")
class ClaimsResource {

    private final ProgrammeRegister programmes;
    private final CompareClaims compare;
    private final Readers readers;

    ClaimsResource(ProgrammeRegister programmes, CompareClaims compare, Readers readers) {
        this.programmes = programmes;
        this.compare = compare;
        this.readers = readers;
    }

    @GET
    @Path("/{id}/claims")
    @Operation(
            operationId = "listProgrammeClaims",
            summary = "Compare what sources claim of a programme with what is recorded")
    public ClaimsView claims(@RestPath UUID id) {
        ProgrammeRegister.Known programme = programmes
                .find(id)
                .orElseThrow(() -> Refusal.notFound("programme-unknown", "There is no programme %s".formatted(id)));
        return compare.of(programme, readers.isOfficial());
    }
}
