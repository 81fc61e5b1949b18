package org.isthmus.programming.programme;

import java.util.List;
import java.util.UUID;
import org.isthmus.kit.events.Event;
import org.isthmus.kit.text.Text;

/** What other services learn about programmes. Contract: {@code contracts/events/programming.programmes/}. */
sealed interface ProgrammeEvent extends Event {

    UUID programmeId();

    @Override
    default String topic() {
        return "programming.programmes";
    }

    @Override
    default UUID key() {
        return programmeId();
    }

    /** A programme as it stands now. */
    record Changed(UUID programmeId, int version, String code, Text title, List<Strand> strands)
            implements ProgrammeEvent {

        record Strand(String code, Text title) {}

        static Changed of(Programme programme) {
            List<Strand> strands = programme.strands().stream()
                    .map(strand -> new Strand(strand.code(), strand.title()))
                    .toList();
            return new Changed(
                    programme.id(),
                    programme.version(),
                    programme.code(),
                    programme.content().title(),
                    strands);
        }

        @Override
        public String type() {
            return "eu.isthmus.programming.programme.changed.v1";
        }
    }
}
