package org.isthmus.projects.values;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.isthmus.kit.rules.Faults;
import org.isthmus.kit.values.Given;
import org.isthmus.kit.values.PartialDate;
import org.isthmus.kit.values.Source;
import org.jspecify.annotations.Nullable;

/**
 * When a project runs, as far as it is known.
 *
 * <p>Start and end are those of the current figure where figures name them. An end that is not there is unknown, unless
 * the project is ongoing.
 */
@Schema(
        name = "ProjectPeriod",
        description = "When the project runs, with the precision of the source; figures keep what each source says.")
public record Period(
        @Nullable PartialDate start,
        @Nullable PartialDate end,

        @Nullable @Schema(description = "True where a source says that the end is open.")
        Boolean ongoing,

        @Size(max = 100) List<@NotNull @Valid Figure> figures,

        @Nullable @Size(max = 100) @Schema(examples = "36 months", description = "As the source prints it.")
        String duration) {

    /** Whether a source speaks of what was planned or of what was. */
    @Schema(name = "PeriodFigureKind")
    public enum Kind {
        PLANNED,
        ACTUAL
    }

    /** What one source says. */
    @Schema(name = "PeriodFigure", description = "Start or end as one source prints it.")
    public record Figure(
            @Nullable PartialDate start,
            @Nullable PartialDate end,

            @Nullable @Schema(description = "Planned or actual, where the source tells.")
            Kind kind,

            @NotNull @Valid @Schema(required = true) Source source,

            @NotNull @Schema(required = true, description = "True for the one figure that counts.")
            Boolean current,

            @Nullable @Size(max = 2000) String note,

            @Nullable @Size(max = 100) @Schema(examples = "36 months", description = "The duration as it prints it.")
            String duration) {}

    public static final Period UNKNOWN = new Period(null, null, null, List.of(), null);

    public Period {
        figures = Given.list(figures);
        start = start == null ? current(figures, Figure::start) : start;
        end = end == null ? current(figures, Figure::end) : end;
    }

    public static Period of(String start, String end) {
        return new Period(PartialDate.parse(start), PartialDate.parse(end), null, List.of(), null);
    }

    public boolean isOngoing() {
        return Given.flag(ongoing);
    }

    public void check(String pointer, Faults faults) {
        if (start != null && end != null) {
            faults.require(
                    !start.first().isAfter(end.last()),
                    pointer,
                    "period-reversed",
                    "It ends in %s before it starts in %s.".formatted(end, start));
        }
        faults.require(
                end == null || !isOngoing(), pointer + "/ongoing", "end-and-ongoing", "What ended is not ongoing.");
        checkCurrent(pointer, "start", start, Figure::start, faults);
        checkCurrent(pointer, "end", end, Figure::end, faults);
    }

    /** Where figures name a date, exactly one of them is current, and it is the one shown. */
    private void checkCurrent(
            String pointer,
            String name,
            @Nullable PartialDate shown,
            Function<Figure, @Nullable PartialDate> date,
            Faults faults) {
        List<Figure> naming =
                figures.stream().filter(figure -> date.apply(figure) != null).toList();
        long current =
                naming.stream().filter(figure -> Given.flag(figure.current)).count();
        if (current > 1 || (current == 0 && !naming.isEmpty())) {
            faults.add(
                    pointer + "/figures",
                    "one-current",
                    "Of the figures that name the %s exactly one is current.".formatted(name));
        } else if (current == 1 && !Objects.equals(shown, current(figures, date))) {
            faults.add(
                    pointer + "/" + name,
                    "not-current",
                    "The %s is %s, the current figure says %s.".formatted(name, shown, current(figures, date)));
        }
    }

    private static @Nullable PartialDate current(List<Figure> figures, Function<Figure, @Nullable PartialDate> date) {
        for (Figure figure : figures) {
            PartialDate named = figure == null ? null : date.apply(figure);
            if (figure != null && named != null && Given.flag(figure.current)) {
                return named;
            }
        }
        return null;
    }
}
