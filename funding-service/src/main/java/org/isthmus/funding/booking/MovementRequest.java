package org.isthmus.funding.booking;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A request that moves money: what a room takes on its own and a batch takes as one row of many. Its
 * {@code @JsonTypeName} is the type by which a row names it.
 */
@Schema(name = "MovementRow", discriminatorProperty = "type")
public interface MovementRequest {

    /** Whether it is a fact of the past, which has an operation of its own. */
    @JsonIgnore
    @Schema(hidden = true)
    default boolean isHistorical() {
        return false;
    }
}
