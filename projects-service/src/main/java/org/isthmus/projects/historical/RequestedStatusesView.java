package org.isthmus.projects.historical;

import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.isthmus.kit.store.ConfirmationStatus;
import org.jspecify.annotations.Nullable;

/** Statuses of the past that wait for a second archivist, or what became of them. */
@Schema(
        name = "HistoricalStatuses",
        description = "Statuses of projects of the past, entered by one archivist and confirmed by another one.")
record RequestedStatusesView(
        @Schema(required = true) UUID id,
        @Schema(required = true) int version,
        @Schema(required = true) ConfirmationStatus status,

        @Schema(required = true, description = "How many projects: /v1/historical-statuses/{id}/projects lists them.")
        int rows,

        @Schema(required = true) String requestedBy,
        @Schema(required = true) LocalDate requestedOn,
        @Nullable String decidedBy,
        @Nullable LocalDate decidedOn,
        @Nullable String rejectionReason) {

    static RequestedStatusesView of(RequestedStatuses asked) {
        return new RequestedStatusesView(
                asked.id(),
                asked.version(),
                asked.confirmation().status(),
                asked.asked().size(),
                asked.confirmation().requestedBy(),
                asked.confirmation().requestedOn(),
                asked.confirmation().decidedBy(),
                asked.confirmation().decidedOn(),
                asked.confirmation().rejectionReason());
    }
}
