package org.isthmus.programming.values;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.isthmus.kit.values.PartialDate;

/** From when to when a programme or document runs; both ends are part of it, as precise as the source says. */
@Schema(description = "From when to when, both ends included, as precise as the source says.")
public record Period(@NotNull PartialDate start, @NotNull PartialDate end) {

    public static Period of(String start, String end) {
        return new Period(PartialDate.parse(start), PartialDate.parse(end));
    }

    @AssertTrue(message = "A period ends on or after its start")
    @Schema(hidden = true)
    boolean isForward() {
        return start == null || end == null || !end.last().isBefore(start.first());
    }

    public boolean covers(int year) {
        return start.year() <= year && year <= end.year();
    }

    /** Whether both are the same days, however precisely each is written. */
    public boolean isSameAs(Period other) {
        return start.first().equals(other.start.first()) && end.last().equals(other.end.last());
    }

    public boolean isWithin(Period other) {
        return !start.first().isBefore(other.start.first()) && !end.last().isAfter(other.end.last());
    }

    @Override
    public String toString() {
        return start + " to " + end;
    }
}
