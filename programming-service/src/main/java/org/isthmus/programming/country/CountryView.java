package org.isthmus.programming.country;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A country as readers see it. */
@Schema(name = "Country", description = "A country and the instruments under which it is eligible.")
record CountryView(
        @Schema(required = true) UUID id,
        @Schema(required = true) int version,
        @JsonUnwrapped CountryContent content) {}
