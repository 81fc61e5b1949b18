package org.isthmus.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.isthmus.bench.GeneratedEntry.Kind;
import org.isthmus.bench.GeneratedProject.Share;
import org.junit.jupiter.api.Test;

class GeneratorTest {

    private static final Generator GENERATOR = new Generator(1);
    private static final List<GeneratedProject> PROJECTS =
            GENERATOR.projects(5_000).toList();

    @Test
    void isTheSameForTheSameSeedHoweverManyAreAsked() {
        assertThat(new Generator(1).projects(100)).isEqualTo(PROJECTS.subList(0, 100));
        assertThat(new Generator(2).project(1).id())
                .isNotEqualTo(PROJECTS.get(1).id());
    }

    @Test
    void standsUnderUmbrellasThreeDeep() {
        Set<Integer> depths = PROJECTS.stream().map(GeneratedProject::depth).collect(Collectors.toSet());

        assertThat(depths).containsExactlyInAnyOrder(0, 1, 2, 3);
        assertThat(PROJECTS).filteredOn(project -> project.umbrella() != null).allSatisfy(part -> {
            GeneratedProject umbrella = PROJECTS.get(Objects.requireNonNull(part.umbrella()));
            assertThat(umbrella.number()).isLessThan(part.number());
            assertThat(umbrella.depth()).isEqualTo(part.depth() - 1);
        });
    }

    @Test
    void sharesMakeTheWholeOrAreUnknown() {
        assertThat(PROJECTS).allSatisfy(project -> {
            assertThat(isWholeOrUnknown(project.strands())).isTrue();
            assertThat(isWholeOrUnknown(project.countries())).isTrue();
        });
        assertThat(PROJECTS)
                .anyMatch(project -> project.countries().size() > 1
                        && project.countries().getFirst().percent() == null);
    }

    @Test
    void someOfEverythingIsUnknown() {
        assertThat(PROJECTS).anyMatch(project -> project.countries().isEmpty());
        assertThat(PROJECTS).anyMatch(project -> project.strands().isEmpty());
        assertThat(PROJECTS).anyMatch(project -> project.start() != null && project.end() == null);
        assertThat(PROJECTS).anyMatch(project -> project.start() == null);
        assertThat(PROJECTS).anyMatch(project -> project.contribution() == null);
        assertThat(PROJECTS).anyMatch(project -> !project.published());
        assertThat(PROJECTS)
                .filteredOn(project -> project.summary().contains(Generator.RARE))
                .hasSize(5);
    }

    @Test
    void neverGivesBackMoreThanIsCommitted() {
        assertThat(PROJECTS).allSatisfy(project -> {
            BigDecimal left = BigDecimal.ZERO;
            for (GeneratedEntry entry : GENERATOR.entries(project)) {
                assertThat(entry.amount()).isPositive();
                left = entry.kind() == Kind.DECOMMIT ? left.subtract(entry.amount()) : left.add(entry.amount());
                assertThat(left).isNotNegative();
            }
        });
        assertThat(PROJECTS)
                .flatExtracting(GENERATOR::entries)
                .extracting(GeneratedEntry::kind)
                .contains(Kind.COMMIT, Kind.DECOMMIT, Kind.REVERSE);
    }

    private static boolean isWholeOrUnknown(List<Share> shares) {
        List<BigDecimal> known =
                shares.stream().map(Share::percent).filter(Objects::nonNull).toList();
        return known.isEmpty()
                || known.size() == shares.size()
                        && known.stream()
                                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                                        .compareTo(BigDecimal.valueOf(100))
                                == 0;
    }
}
