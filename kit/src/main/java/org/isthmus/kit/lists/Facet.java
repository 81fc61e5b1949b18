package org.isthmus.kit.lists;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How many rows of the list have a value; {@code none} for those without one. */
@Schema(description = "How many rows have a value; none for those without.")
public record Facet(
        @Schema(required = true, examples = "MD") String value,
        @Schema(required = true, examples = "9") long count) {}
