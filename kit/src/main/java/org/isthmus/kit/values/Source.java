package org.isthmus.kit.values;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The document that a figure or a fact was read in. */
@Schema(
        description =
                "The document that a figure or a fact was read in, where it is, and as of when it speaks. One that is"
                        + " nowhere on the web has no address.")
public record Source(
        @NotBlank
        @Size(max = 500)
        @Schema(examples = "Memo of 18 November 2011", description = "Its title, or what else it is known as.")
        String document,

        @Nullable
        @Size(max = 2000)
        @WebAddress
        @Schema(
                examples = "https://example.org/memo",
                pattern = "https?://.+",
                description = "Where it is on the web, http or https.")
        String url,

        @Nullable @Schema(description = "The date as of which the document speaks.")
        PartialDate asOf,

        @Nullable @Size(max = 2000) @Schema(description = "What else is to be known of the source.")
        String note,

        @Nullable @Size(max = 300) @Schema(examples = "European Commission", description = "Who published it.")
        String publisher,

        @Nullable @LanguageTag @Schema(examples = "en", description = "The language that it is written in, BCP 47.")
        String language,

        @Nullable @Schema(description = "What kind of document it is.")
        Kind kind) {

    /** What kind of document a source is. */
    @Schema(
            name = "SourceKind",
            description =
                    "LAW: a legal act or decision. PROGRAMMING: a programming document, work programme or call. PROJECT:"
                            + " an application, contract, fiche or report of a project. EVALUATION: an evaluation or audit."
                            + " COMMUNICATION: a communication, memo or press release. PRESS: news. WEB_PAGE: a page"
                            + " without a document. DATABASE: a register. OTHER: any other.")
    public enum Kind {
        LAW,
        PROGRAMMING,
        PROJECT,
        EVALUATION,
        COMMUNICATION,
        PRESS,
        WEB_PAGE,
        DATABASE,
        OTHER
    }

    public Source(String document, @Nullable String url, @Nullable PartialDate asOf, @Nullable String note) {
        this(document, url, asOf, note, null, null, null);
    }
}
