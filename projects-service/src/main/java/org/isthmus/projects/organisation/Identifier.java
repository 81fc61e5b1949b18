package org.isthmus.projects.organisation;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.isthmus.kit.values.PartialDate;
import org.jspecify.annotations.Nullable;

/** A number or code under which somebody else knows an organisation, and from when to when it held. */
@Schema(name = "OrganisationIdentifier", description = "An identifier in a scheme, with its validity.")
record Identifier(
        @NotBlank @Size(max = 50) @Schema(required = true, examples = "XM-DAC")
        String scheme,

        @NotBlank @Size(max = 200) @Schema(required = true, examples = "47066")
        String value,

        @Nullable PartialDate from,

        @Nullable @Schema(description = "The last day; an identifier is ended, never removed.")
        PartialDate to) {

    private static final Pattern BLANKS = Pattern.compile("\\s+");

    boolean isSameAs(Identifier other) {
        return folded().equals(other.folded());
    }

    /** The same for each way to write it: capitals, blanks, the scheme once more before the value. */
    String folded() {
        String folded = fold(value);
        String prefix = fold(scheme) + "-";
        return prefix + (folded.startsWith(prefix) ? folded.substring(prefix.length()) : folded);
    }

    /** Folded alone, with its scheme, and in one word as open data writes it (XM-DAC-47066). */
    List<String> forms() {
        String bare = folded().substring(fold(scheme).length() + 1);
        return Stream.of(bare, fold(value), fold(scheme) + ":" + bare, folded(), fold(toString()))
                .distinct()
                .toList();
    }

    private static String fold(String text) {
        return BLANKS.matcher(text).replaceAll("").toLowerCase(Locale.ROOT);
    }

    @Schema(hidden = true)
    boolean isReversed() {
        return from != null && to != null && from.first().isAfter(to.last());
    }

    @Override
    public String toString() {
        return scheme + ":" + value;
    }
}
