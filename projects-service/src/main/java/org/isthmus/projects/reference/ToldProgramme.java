package org.isthmus.projects.reference;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.isthmus.kit.values.Given;
import org.isthmus.kit.values.Text;
import org.jspecify.annotations.Nullable;

/** A programme as programming tells it. */
record ToldProgramme(
        UUID programmeId, String code, @Nullable Text title, List<Strand> strands) {

    record Strand(String code, @Nullable Text title, List<Measure> measures) {

        record Measure(@Nullable Text text) {}

        Strand {
            Objects.requireNonNull(code);
            measures = Given.list(measures);
        }

        /** Its own and those of its measures. */
        List<String> titles() {
            return Stream.concat(Stream.ofNullable(title), measures.stream().map(Measure::text))
                    .flatMap(text -> Text.allOf(text).stream())
                    .toList();
        }
    }

    ToldProgramme {
        Objects.requireNonNull(programmeId);
        Objects.requireNonNull(code);
        strands = List.copyOf(strands);
    }
}
