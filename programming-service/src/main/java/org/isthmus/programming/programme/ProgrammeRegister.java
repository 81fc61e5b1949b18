package org.isthmus.programming.programme;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.isthmus.kit.lists.Parameter;
import org.isthmus.kit.values.Given;
import org.isthmus.kit.values.Money;
import org.isthmus.kit.values.PartialDate;
import org.isthmus.kit.values.Source;
import org.isthmus.programming.values.Period;
import org.jspecify.annotations.Nullable;

/** What the other rooms may know of a programme. */
@ApplicationScoped
public class ProgrammeRegister {

    /** The values that a filter of programmes takes. */
    public static final Parameter.Known CODES =
            Parameter.Known.in("code of a programme, such as THEMATIC-MIGR", "programme", "code");

    /** The values that a filter of strands takes. */
    public static final Parameter.Known STRANDS =
            Parameter.Known.in("code of a strand, such as migration-development", "strand_view", "code");

    private final Programmes programmes;

    ProgrammeRegister(Programmes programmes) {
        this.programmes = programmes;
    }

    /** A programme, as far as others build on it. */
    public record Known(UUID id, String code, Period period, Set<String> strands, List<KnownClaim> claims) {}

    /** A total that a source prints: a count or an amount. */
    public record KnownClaim(
            String label,
            boolean approximate,
            @Nullable Integer count,
            @Nullable Money amount,
            PartialDate since,
            Source source) {}

    public Optional<Known> find(String code) {
        return programmes.findByCode(code).map(ProgrammeRegister::known);
    }

    public Optional<Known> find(UUID id) {
        return programmes.findByIdOptional(id).map(ProgrammeRegister::known);
    }

    private static Known known(Programme programme) {
        return new Known(
                programme.id(),
                programme.code(),
                programme.content().period(),
                Given.words(programme.strands(), Programme.KnownStrand::code),
                programme.content().claims().stream()
                        .map(claim -> new KnownClaim(
                                claim.label(),
                                claim.approximate(),
                                claim.count(),
                                claim.amount(),
                                claim.since(),
                                claim.source()))
                        .toList());
    }
}
