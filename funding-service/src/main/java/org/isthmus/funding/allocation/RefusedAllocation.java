package org.isthmus.funding.allocation;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.isthmus.kit.rules.Fault;
import org.isthmus.kit.values.Money;
import org.jspecify.annotations.Nullable;

/** Why the last financing decision or amendment could not be booked: every reason. */
@Schema(description = "Why the work programme's amount could not be booked.")
record RefusedAllocation(
        @Schema(required = true, description = "Version of the work programme that asked.")
        int workProgrammeVersion,

        @Nullable Money requested,

        @Schema(required = true, examples = "appropriation-exceeded")
        String code,

        @Schema(required = true) String detail,
        @Schema(required = true) List<Fault> reasons) {}
