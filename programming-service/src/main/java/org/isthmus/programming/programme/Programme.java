package org.isthmus.programming.programme;

import jakarta.persistence.Entity;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.isthmus.kit.Ids;
import org.isthmus.kit.rules.Refusal;
import org.isthmus.kit.store.Aggregate;
import org.isthmus.kit.values.Text;
import org.isthmus.programming.programme.ProgrammeContent.Measure;
import org.isthmus.programming.programme.ProgrammeContent.Strand;
import org.jspecify.annotations.Nullable;

/**
 * A funding programme: what it is for, its strands, its envelope figures, and which programme it continues.
 *
 * <p>The chain of programmes is a line: one predecessor, one successor, no loop. A code never changes, a strand keeps
 * its id as long as its code stands.
 */
@Entity
class Programme extends Aggregate {

    private String code;

    @JdbcTypeCode(SqlTypes.JSON)
    private ProgrammeContent content;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<KnownStrand> strands;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable Link predecessor;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable Link successor;

    /** Another programme in the chain. */
    record Link(UUID id, String code) {}

    /** A strand with the id it keeps. */
    record KnownStrand(UUID id, int number, String code, Text title, List<Measure> measures) {}

    Programme() {} // for Hibernate

    Programme(ProgrammeContent content) {
        content.refuseRepetition();
        this.code = content.code();
        this.content = content;
        this.strands = identified(content.strands(), Map.of());
    }

    void revise(ProgrammeContent revised) {
        revised.refuseRepetition();
        if (!revised.code().equals(code)) {
            throw Refusal.conflict("code-fixed", "The code of programme %s never changes".formatted(code));
        }
        Map<String, UUID> known = strands.stream().collect(Collectors.toMap(KnownStrand::code, KnownStrand::id));
        this.content = revised;
        this.strands = identified(revised.strands(), known);
    }

    /** Makes this programme continue another one, which learns its successor. */
    void continues(Programme before) {
        if (before.successor != null && !before.successor.id().equals(id())) {
            throw Refusal.conflict(
                    "predecessor-taken",
                    "%s is already continued by %s".formatted(before.code, before.successor.code()));
        }
        predecessor = before.link();
        before.successor = link();
    }

    /** Ends the tie to the programme that this one was said to continue. */
    void leaves(Programme before) {
        predecessor = null;
        before.successor = null;
    }

    boolean isContinuing(@Nullable String otherCode) {
        return Objects.equals(predecessor == null ? null : predecessor.code(), otherCode);
    }

    Link link() {
        return new Link(id(), code);
    }

    @Override
    public List<ProgrammeEvent> told() {
        return List.of(ProgrammeEvent.of(this));
    }

    private static List<KnownStrand> identified(List<Strand> given, Map<String, UUID> known) {
        Function<Strand, UUID> idOf = strand -> known.getOrDefault(strand.code(), Ids.next());
        return given.stream()
                .map(strand -> new KnownStrand(
                        idOf.apply(strand), strand.number(), strand.code(), strand.title(), strand.measures()))
                .toList();
    }

    String code() {
        return code;
    }

    ProgrammeContent content() {
        return content;
    }

    List<KnownStrand> strands() {
        return strands;
    }

    @Nullable
    Link predecessor() {
        return predecessor;
    }

    @Nullable
    Link successor() {
        return successor;
    }
}
