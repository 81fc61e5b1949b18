package org.isthmus.funding.batch;

import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.isthmus.kit.store.ConfirmationStatus;
import org.jspecify.annotations.Nullable;

/** Movements that wait for a second person, or what became of them. */
@Schema(
        name = "MovementRequest",
        description = "Movements that one person asked for and another one confirms or rejects, as a whole.")
public record RequestedMovementsView(
        @Schema(required = true) UUID id,
        @Schema(required = true) int version,
        @Schema(required = true) RequestedMovements.Kind kind,
        @Schema(required = true) ConfirmationStatus status,

        @Schema(
                required = true,
                description = "How many movements they are: /v1/movement-requests/{id}/movements lists them.")
        int rows,

        @Schema(required = true) String requestedBy,
        @Schema(required = true) LocalDate requestedOn,
        @Nullable String decidedBy,
        @Nullable LocalDate decidedOn,
        @Nullable String rejectionReason) {

    static RequestedMovementsView of(RequestedMovements asked) {
        return new RequestedMovementsView(
                asked.id(),
                asked.version(),
                asked.kind(),
                asked.confirmation().status(),
                asked.movements(),
                asked.confirmation().requestedBy(),
                asked.confirmation().requestedOn(),
                asked.confirmation().decidedBy(),
                asked.confirmation().decidedOn(),
                asked.confirmation().rejectionReason());
    }
}
