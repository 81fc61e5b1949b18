package org.isthmus.programming.policydocument;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.isthmus.kit.values.Given;
import org.isthmus.kit.values.PartialDate;
import org.isthmus.kit.values.Reference;
import org.isthmus.kit.values.Source;
import org.isthmus.kit.values.Text;
import org.jspecify.annotations.Nullable;

/** All that an officer says about a policy document. */
@Schema(name = "PolicyDocumentDraft", description = "A policy document as an officer enters it.")
record PolicyDocumentContent(
        @Reference
        @NotBlank
        @Size(max = 100)
        @Schema(
                examples = "COM(2006) 26 final",
                description = "Its printed reference, or one of ours where it has none.")
        String reference,

        @NotNull @Schema(description = "Its title, in any languages.")
        Text title,

        @Nullable
        @Size(max = 200)
        @Schema(
                examples = "Communication from the Commission",
                description = "What kind of document it is, as printed.")
        String kind,

        @Nullable @Schema(description = "Its date, as precise as a source gives it.")
        PartialDate date,

        @Nullable
        @Schema(description = "Whether it was published in the Official Journal; left out where no source says.")
        Boolean inOfficialJournal,

        @Nullable
        @Size(max = 200)
        @Schema(examples = "OJ L 80, 18.3.2004, p. 1", description = "Where it was published, as printed.")
        String publication,

        @Size(max = 100) @Schema(description = "How it stands to other policy documents.")
        List<@NotNull @Valid DocumentRelation> documents,

        @Size(max = 100) @Schema(description = "How programmes stand to it.")
        List<@NotNull @Valid ProgrammeRelation> programmes,

        @Nullable @Valid Source source) {

    /** How one stands to another. */
    @Schema(
            name = "PolicyRelationType",
            description = "BASED_ON: takes its authority from it. FOLLOWS_FROM: carries on what it set out."
                    + " REPEALS: puts it out of force. AMENDS: changes it.")
    enum RelationType {
        BASED_ON,
        FOLLOWS_FROM,
        REPEALS,
        AMENDS
    }

    /** This document stands so to another one. */
    @Schema(name = "PolicyDocumentRelation", description = "This document stands so to another one of the register.")
    record DocumentRelation(
            @NotNull @Schema(description = "How it stands to the other.")
            RelationType type,

            @NotBlank
            @Size(max = 100)
            @Schema(examples = "Hague programme", description = "Reference of the other document.")
            String reference,

            @Nullable @Size(max = 2000) @Schema(description = "What else a source says of it.")
            String note) {}

    /** A programme stands so to this document. */
    @Schema(name = "PolicyProgrammeRelation", description = "A programme stands so to this document.")
    record ProgrammeRelation(
            @NotNull @Schema(description = "How the programme stands to the document.")
            RelationType type,

            @NotBlank @Size(max = 50) @Schema(examples = "THEMATIC-MIGR", description = "Code of the programme.")
            String programmeCode,

            @Nullable @Size(max = 2000) @Schema(description = "What else a source says of it.")
            String note) {}

    PolicyDocumentContent {
        documents = Given.list(documents);
        programmes = Given.list(programmes);
    }

    List<String> relations() {
        return Stream.concat(
                        documents.stream().map(relation -> relation.type().name()),
                        programmes.stream().map(relation -> relation.type().name()))
                .distinct()
                .toList();
    }
}
