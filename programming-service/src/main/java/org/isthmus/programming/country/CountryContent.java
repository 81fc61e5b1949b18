package org.isthmus.programming.country;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.isthmus.kit.values.CountryCode;
import org.isthmus.kit.values.Given;
import org.isthmus.kit.values.PartialDate;
import org.isthmus.kit.values.Source;
import org.isthmus.kit.values.Text;
import org.jspecify.annotations.Nullable;

/** All that an officer says about a country. */
@Schema(name = "CountryDraft", description = "A country as an officer enters it.")
record CountryContent(
        @NotBlank @CountryCode @Schema(examples = "MD", pattern = "[A-Z]{2}", description = "ISO 3166-1 alpha-2.")
        String code,

        @NotNull Text name,

        @NotBlank @Size(max = 100) @Schema(examples = "ENPI East", description = "Code of the region that it is in.")
        String region,

        @Size(max = 20) List<@NotNull @Valid Instrument> instruments,
        @Size(max = 20) List<@NotNull @Valid Priority> priorities) {

    /** An instrument under which the country is eligible, from when to when. */
    @Schema(name = "CountryInstrument", description = "An instrument under which the country is eligible.")
    record Instrument(
            @NotBlank @Size(max = 100) @Schema(examples = "ENPI")
            String instrument,

            @Nullable PartialDate from,
            @Nullable PartialDate to,

            @Schema(description = "Whether the membership was checked against a source.")
            boolean verified,

            @Nullable @Valid Source source) {}

    /** Why a country matters most: people leave it, or pass through it. */
    @Schema(name = "CountryPriorityKind")
    enum Kind {
        EMIGRATION,
        TRANSIT
    }

    /** A priority of emigration or transit, from when to when. */
    @Schema(name = "CountryPriority", description = "A priority of emigration or transit.")
    record Priority(
            @NotNull Kind kind,
            @Nullable PartialDate from,
            @Nullable PartialDate to,
            @Nullable @Valid Source source) {}

    CountryContent {
        instruments = Given.list(instruments);
        priorities = Given.list(priorities);
    }
}
