package org.isthmus.programming.publishedfigures;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.isthmus.kit.access.Audience;
import org.isthmus.kit.rules.Refusal;
import org.isthmus.programming.programme.ProgrammeRegister;
import org.jboss.resteasy.reactive.RestPath;

/** Figures that documents print about a programme, beside what is recorded for the same time; amounts in euros. */
@Path("/v1/programmes")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Coverage")
class PublishedFiguresResource {

    private final ProgrammeRegister programmes;
    private final ComparePublishedFigures compare;
    private final Audience audience;

    PublishedFiguresResource(ProgrammeRegister programmes, ComparePublishedFigures compare, Audience audience) {
        this.programmes = programmes;
        this.compare = compare;
        this.audience = audience;
    }

    @GET
    @Path("/{id}/published-figures")
    @Operation(
            operationId = "listPublishedFigures",
            summary = "Compare what documents print of a programme with what is recorded",
            description =
                    "Counted from the day since when the figure counts until the day that it is of; what is recorded"
                            + " is the sum of its parts, and what was left out is told beside.")
    public PublishedFiguresView publishedFigures(@RestPath UUID id) {
        ProgrammeRegister.Known programme = programmes
                .find(id)
                .orElseThrow(() -> Refusal.notFound("programme-unknown", "There is no programme %s".formatted(id)));
        return compare.of(programme, audience.isOfficial());
    }
}
