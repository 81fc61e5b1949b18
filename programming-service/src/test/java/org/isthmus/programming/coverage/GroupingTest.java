package org.isthmus.programming.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.isthmus.kit.money.Money.euros;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.isthmus.kit.money.Money;
import org.isthmus.kit.text.Text;
import org.isthmus.programming.coverage.TotalsView.Sum;
import org.isthmus.programming.figures.Share;
import org.junit.jupiter.api.Test;

class GroupingTest {

    @Test
    void rowsAndWhatIsNotAttributedMakeTheTotalToTheCent() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 2000; round++) {
            List<String> groupBy = new ArrayList<>(List.of("strand", "country", "region", "year"));
            Collections.shuffle(groupBy, random);
            Grouping grouping = new Grouping(groupBy.subList(0, 1 + random.nextInt(4)));
            for (int i = 0; i < random.nextInt(6); i++) {
                grouping.add(covered(random));
            }
            TotalsView view = grouping.view();

            Money sum = view.rows().stream()
                    .map(row -> euros(row.committed()))
                    .reduce(euros(view.notAttributed().committed()), Money::plus);
            assertThat(sum)
                    .as("seed %d round %d", seed, round)
                    .isEqualTo(euros(view.total().committed()));
        }
    }

    @Test
    void anActionWithoutACountryIsNotAttributed() {
        Grouping grouping = new Grouping(List.of("country"));
        grouping.add(covered("10.00", List.of(), List.of()));
        grouping.add(covered("5.00", List.of(Share.of("MD")), List.of()));

        TotalsView view = grouping.view();

        assertThat(view.notAttributed().committed()).isEqualTo("10.00");
        assertThat(view.rows()).extracting(Sum::committed).containsExactly("5.00");
        assertThat(view.total().actions()).isEqualTo(2);
    }

    private static CoverageView covered(Random random) {
        List<Share> countries = new ArrayList<>();
        if (random.nextBoolean()) {
            BigDecimal first = new BigDecimal(random.nextInt(1, 1000000)).movePointLeft(4);
            countries.add(new Share("MD", first));
            countries.add(new Share("UA", new BigDecimal("100").subtract(first)));
        } else if (random.nextBoolean()) {
            countries.add(Share.of("GE"));
            countries.add(Share.of("AM"));
        }
        List<String> regions = random.nextBoolean() ? List.of("East") : List.of("East", "South");
        return covered(new BigDecimal(random.nextInt(100000)).movePointLeft(2).toPlainString(), countries, regions);
    }

    private static CoverageView covered(String committed, List<Share> countries, List<String> regions) {
        Money zero = Money.zero(Money.EUR);
        return new CoverageView(
                UUID.randomUUID(),
                "A/1",
                1,
                Text.of("en", "Mobility"),
                new CoverageView.CoveredWorkProgramme(UUID.randomUUID(), "AWP"),
                "PROG",
                2010,
                null,
                countries,
                regions,
                List.of(Share.of("migration-development")),
                Coverage.Status.COMMITTED,
                zero,
                zero,
                euros(committed),
                zero,
                zero,
                zero,
                zero,
                1,
                0,
                List.of());
    }
}
