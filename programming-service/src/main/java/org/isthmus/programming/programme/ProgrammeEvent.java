package org.isthmus.programming.programme;

import java.util.List;
import java.util.UUID;
import org.isthmus.kit.events.Event;
import org.isthmus.kit.values.Text;

/** A programme as it stands now, for other services. Contract: {@code contracts/events/programming.programmes/}. */
record ProgrammeEvent(UUID programmeId, int version, String code, Text title, List<Strand> strands) implements Event {

    record Strand(String code, Text title, List<Measure> measures) {

        record Measure(String code, Text text) {}
    }

    static ProgrammeEvent of(Programme programme) {
        List<Strand> strands = programme.strands().stream()
                .map(strand -> new Strand(
                        strand.code(),
                        strand.title(),
                        strand.measures().stream()
                                .map(measure -> new Strand.Measure(measure.code(), measure.text()))
                                .toList()))
                .toList();
        return new ProgrammeEvent(
                programme.id(),
                programme.version(),
                programme.code(),
                programme.content().title(),
                strands);
    }

    @Override
    public Envelope envelope() {
        return new Envelope("programming.programmes", "eu.isthmus.programming.programme.changed.v1", programmeId);
    }
}
