package org.isthmus.programming.indicativeprogramme;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.isthmus.kit.values.Money;
import org.isthmus.programming.values.EnvelopeFigure;
import org.isthmus.programming.values.Period;
import org.isthmus.programming.workflow.DocumentStatus;
import org.jspecify.annotations.Nullable;

/** What the other rooms may know of an indicative programme: what it allows. */
@ApplicationScoped
public class IndicativeProgrammeRegister {

    private final IndicativeProgrammes programmes;

    IndicativeProgrammeRegister(IndicativeProgrammes programmes) {
        this.programmes = programmes;
    }

    /** An indicative programme, as far as work programmes are held to it; no envelope where none is known. */
    public record Known(
            UUID id,
            String reference,
            UUID programmeId,
            String programmeCode,
            Period period,
            DocumentStatus status,
            @Nullable Money envelope,
            List<Ceiling> ceilings) {}

    /** The most that a priority allows: in its strand, its region, its year, each where it names one. */
    public record Ceiling(
            String code,
            @Nullable String strand,
            @Nullable String region,
            @Nullable Integer year,
            Money amount) {}

    public Optional<Known> find(String reference) {
        return programmes.findByReference(reference).map(IndicativeProgrammeRegister::known);
    }

    /** Holds it until the transaction ends, so that two adoptions can't share what is left for one. */
    public Known hold(UUID id) {
        return known(programmes.all().get(id));
    }

    private static Known known(IndicativeProgramme programme) {
        IndicativeProgrammeContent content = programme.content();
        return new Known(
                programme.id(),
                programme.reference(),
                programme.programmeId(),
                programme.programmeCode(),
                content.period(),
                programme.workflow().status(),
                EnvelopeFigure.limit(content.envelopes(), content.period()).orElse(null),
                content.priorities().stream()
                        .flatMap(IndicativeProgrammeRegister::ceilings)
                        .toList());
    }

    private static Stream<Ceiling> ceilings(IndicativeProgrammeContent.Priority priority) {
        Stream<Ceiling> whole = priority.amount().most().stream()
                .map(most -> new Ceiling(priority.code(), priority.strand(), priority.region(), null, most));
        Stream<Ceiling> years = priority.perYear().stream()
                .map(part ->
                        new Ceiling(priority.code(), priority.strand(), priority.region(), part.year(), part.amount()));
        return Stream.concat(whole, years)
                .filter(ceiling -> ceiling.amount().currency().equals(Money.EUR));
    }
}
