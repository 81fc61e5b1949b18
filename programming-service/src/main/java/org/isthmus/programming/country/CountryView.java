package org.isthmus.programming.country;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.isthmus.kit.text.Text;

/** A country as readers see it. */
@Schema(name = "Country", description = "A country and the instruments under which it is eligible.")
record CountryView(
        @Schema(required = true) UUID id,
        @Schema(required = true, examples = "MD") String code,
        @Schema(required = true) int version,
        @Schema(required = true) Text name,
        @Schema(required = true) String region,
        @Schema(required = true) List<CountryDraft.Instrument> instruments,
        @Schema(required = true) List<CountryDraft.Priority> priorities) {

    static CountryView of(Country country) {
        CountryDraft content = country.content();
        return new CountryView(
                country.id(),
                country.code(),
                country.version(),
                content.name(),
                content.region(),
                content.instruments(),
                content.priorities());
    }
}
