package org.isthmus.programming.policydocument;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A policy document as readers see it. */
@Schema(name = "PolicyDocument", description = "A policy document, and how it and programmes hang together.")
record PolicyDocumentView(
        @Schema(required = true) UUID id,

        @Schema(required = true) int version,

        @JsonUnwrapped PolicyDocumentContent content) {

    static PolicyDocumentView of(PolicyDocument document) {
        return new PolicyDocumentView(document.id(), document.version(), document.content());
    }
}
