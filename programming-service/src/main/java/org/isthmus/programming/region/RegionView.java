package org.isthmus.programming.region;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A region as readers see it. */
@Schema(name = "Region", description = "A region, its code, and the region that it is a part of.")
record RegionView(
        @Schema(required = true) UUID id,
        @Schema(required = true) int version,
        @JsonUnwrapped RegionContent content) {

    static RegionView of(Region region) {
        return new RegionView(region.id(), region.version(), region.content());
    }
}
