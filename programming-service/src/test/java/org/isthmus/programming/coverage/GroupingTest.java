package org.isthmus.programming.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.isthmus.kit.money.Money.euros;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import org.isthmus.kit.money.Money;
import org.isthmus.kit.text.Text;
import org.isthmus.programming.coverage.TotalsView.Sum;
import org.isthmus.programming.figures.Share;
import org.junit.jupiter.api.Test;

class GroupingTest {

    @Test
    void rowsAndWhatIsNotAttributedMakeTheTotalToTheCent() {
        long seed = Long.getLong("seed", System.nanoTime());
        Random random = new Random(seed);
        for (int round = 0; round < 2000; round++) {
            List<String> groupBy = new ArrayList<>(List.of("strand", "country", "region", "year"));
            Collections.shuffle(groupBy, random);
            Grouping grouping = grouping(groupBy.subList(0, 1 + random.nextInt(4)));
            int actions = random.nextInt(6);
            for (int i = 0; i < actions; i++) {
                grouping.add(covered(random));
            }
            TotalsView view = grouping.view();

            String run = "-Dseed=%d, round %d".formatted(seed, round);
            List<Sum> parts = new ArrayList<>(view.rows());
            parts.add(view.notAttributed());
            for (Function<Sum, String> measure :
                    List.<Function<Sum, String>>of(Sum::committed, Sum::decommitted, Sum::paid, Sum::outstanding)) {
                Money sum = parts.stream()
                        .map(part -> euros(measure.apply(part)))
                        .reduce(Money.zero(Money.EUR), Money::plus);
                assertThat(sum).as(run).isEqualTo(euros(measure.apply(view.total())));
            }
            assertThat(parts).as(run).allSatisfy(GroupingTest::outstandingFollows);
            assertThat(view.total().actions()).as(run).isEqualTo(actions);
            assertThat(parts)
                    .as(run)
                    .allSatisfy(part -> assertThat(part.actions()).isLessThanOrEqualTo(actions));
        }
    }

    private static void outstandingFollows(Sum sum) {
        assertThat(euros(sum.outstanding()))
                .isEqualTo(
                        euros(sum.committed()).minus(euros(sum.decommitted())).minus(euros(sum.paid())));
    }

    @Test
    void oneActionIsNotAttributedOnceHoweverManyCountriesShareIt() {
        Grouping grouping = grouping(List.of("country", "region"));
        List<Share> three = List.of(Share.of("MD", "50"), Share.of("UA", "30"), Share.of("GE", "20"));
        grouping.add(covered("10.00", three, List.of("East", "South")));

        TotalsView view = grouping.view();

        assertThat(view.notAttributed().actions()).isEqualTo(1);
        assertThat(view.notAttributed().committed()).isEqualTo("10.00");
    }

    @Test
    void eachRowLinksToItsActionsAmongThoseThatWereAskedFor() {
        Map<String, List<String>> filters = new LinkedHashMap<>();
        filters.put("programme", List.of("P 1"));
        filters.put("year", List.of("2010", "2011"));
        filters.put("asOf", List.of("2012-12-31"));
        Grouping grouping = new Grouping(List.of("year", "strand"), filters);
        grouping.add(covered("10.00", List.of(), List.of()));

        assertThat(grouping.view().rows())
                .extracting(Sum::link)
                .containsExactly("/v1/coverage?year=2010&strand=migration-development&programme=P+1&asOf=2012-12-31");
    }

    private static Grouping grouping(List<String> groupBy) {
        return new Grouping(groupBy, Map.of());
    }

    @Test
    void anActionWithoutACountryIsNotAttributed() {
        Grouping grouping = grouping(List.of("country"));
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
        int committed = random.nextInt(100000);
        int decommitted = random.nextInt(committed + 1);
        int paid = random.nextInt(committed - decommitted + 1);
        return covered(cents(committed), cents(decommitted), cents(paid), countries, regions);
    }

    private static Money cents(int cents) {
        return Money.euros(new BigDecimal(cents).movePointLeft(2));
    }

    private static CoverageView covered(String committed, List<Share> countries, List<String> regions) {
        return covered(euros(committed), cents(0), cents(0), countries, regions);
    }

    private static CoverageView covered(
            Money committed, Money decommitted, Money paid, List<Share> countries, List<String> regions) {
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
                committed,
                decommitted,
                paid,
                zero,
                committed.minus(decommitted).minus(paid),
                1,
                0,
                List.of());
    }
}
