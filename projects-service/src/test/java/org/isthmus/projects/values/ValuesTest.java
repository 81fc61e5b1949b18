package org.isthmus.projects.values;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.isthmus.kit.rules.Fault;
import org.isthmus.kit.rules.Faults;
import org.isthmus.kit.values.Money;
import org.isthmus.kit.values.PartialDate;
import org.isthmus.kit.values.Source;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ValuesTest {

    private static final Source MEMO = new Source("Memo", null, PartialDate.parse("2011-11-18"), null);
    private static final Source PAGE = new Source("Page", "https://example.org/jmdi", null, null);

    @Test
    void sharesAreKeptAsPrintedUpToTheWholeAndWhatRoundingExplains() {
        for (List<String> printed : List.of(
                List.of("66.6667", "33.3333"),
                List.of("33", "33", "33"),
                List.of("70"),
                List.of("14.3", "14.3", "14.3", "14.3", "14.3", "14.3", "14.3"),
                List.of("34", "34", "33"),
                List.of("0"))) {
            assertThat(faultsOf(printed)).as("%s", printed).isEmpty();
        }
        for (List<String> printed : List.of(
                List.of("70", "40"),
                List.of("50.1", "50.1"),
                List.of("66.6668", "33.3334"),
                List.of("35", "34", "33"))) {
            assertThat(faultsOf(printed)).as("%s", printed).containsExactly("shares-not-100");
        }
    }

    private static List<String> faultsOf(List<String> printed) {
        List<CountryShare> shares = new ArrayList<>();
        for (String share : printed) {
            shares.add(new CountryShare(
                    "A" + (char) ('A' + shares.size()),
                    new BigDecimal(share),
                    CountryRole.BENEFICIARY,
                    null,
                    null,
                    null,
                    null));
        }
        return codes(faults -> CountryShare.check("/countries", shares, faults));
    }

    @Test
    void thePrimaryStrandComesFirst() {
        assertThat(codes(faults -> StrandShare.check(
                        "/strands",
                        List.of(StrandShare.of("economic-migration", "40"), StrandShare.of("migrant-protection", "60")),
                        faults)))
                .containsExactly("primary-not-first");
    }

    @Test
    void aCountryStandsOnceInEachRole() {
        CountryShare host = CountryShare.of("RU", CountryRole.HOST);

        assertThat(codes(faults -> CountryShare.check(
                        "/countries", List.of(host, CountryShare.of("RU", CountryRole.BENEFICIARY)), faults)))
                .isEmpty();
        assertThat(codes(faults -> CountryShare.check("/countries", List.of(host, host), faults)))
                .containsExactly("named-twice");
    }

    @Test
    void theSharesOfOneTimeMakeAtMostTheWhole() {
        CountryShare before = during("MD", "60", null, "2010");
        CountryShare after = during("MD", "100", "2011", null);

        assertThat(codes(faults -> CountryShare.check(
                        "/countries", List.of(before, after, during("UA", "40", null, "2010-12")), faults)))
                .isEmpty();
        assertThat(codes(faults -> CountryShare.check(
                        "/countries", List.of(before, after, during("UA", "40", null, "2011-01")), faults)))
                .containsExactly("shares-not-100");
        assertThat(codes(faults ->
                        CountryShare.check("/countries", List.of(before, during("MD", "10", "2010-12", null)), faults)))
                .containsExactly("named-twice");
    }

    private static CountryShare during(String code, String share, @Nullable String from, @Nullable String to) {
        return new CountryShare(
                code,
                new BigDecimal(share),
                CountryRole.BENEFICIARY,
                null,
                null,
                from == null ? null : PartialDate.parse(from),
                to == null ? null : PartialDate.parse(to));
    }

    @Test
    void aPeriodShowsWhatTheCurrentFigureSays() {
        Period period = new Period(
                PartialDate.parse("2008"),
                null,
                null,
                List.of(figure(null, "2011", MEMO, false), figure(null, "2012-11-30", PAGE, true)),
                null);

        assertThat(period.end()).isEqualTo(PartialDate.parse("2012-11-30"));
        assertThat(codes(faults -> period.check("/period", faults))).isEmpty();
    }

    @Test
    void ofSeveralFiguresOneIsCurrentAndShown() {
        Period undecided = new Period(
                null,
                null,
                null,
                List.of(figure("2008", "2011", MEMO, false), figure(null, "2012", PAGE, false)),
                null);
        Period wrong =
                new Period(null, PartialDate.parse("2011"), null, List.of(figure(null, "2012", PAGE, true)), null);

        assertThat(codes(faults -> undecided.check("/period", faults))).containsExactly("one-current", "one-current");
        assertThat(codes(faults -> wrong.check("/period", faults))).containsExactly("not-current");
    }

    @Test
    void aPeriodRunsForwardAndWhatEndedIsNotOngoing() {
        Period reversed = Period.of("2009-03", "2009-02");
        Period both = new Period(PartialDate.parse("2009"), PartialDate.parse("2010"), true, List.of(), null);

        assertThat(codes(faults -> reversed.check("/period", faults))).containsExactly("period-reversed");
        assertThat(codes(faults -> both.check("/period", faults))).containsExactly("end-and-ongoing");
        assertThat(codes(faults -> Period.of("2009-03", "2009").check("/period", faults)))
                .isEmpty();
    }

    @Test
    void ofSeveralAmountsOneIsCurrentAndAllAreKept() {
        Amounts amounts = new Amounts(
                "EU contribution",
                null,
                null,
                List.of(amount("8000000.00", MEMO, false), amount("7994060.00", PAGE, true)));
        Amounts undecided = new Amounts(
                null, null, null, List.of(amount("8000000.00", MEMO, true), amount("7994060.00", PAGE, true)));

        assertThat(amounts.amount()).isEqualTo(Money.euros("7994060.00"));
        assertThat(amounts.figures()).hasSize(2);
        assertThat(codes(faults -> amounts.check("/contribution", faults))).isEmpty();
        assertThat(codes(faults -> undecided.check("/contribution", faults))).containsExactly("one-current");
    }

    @Test
    void anAmountMayBeNothingAndNotLess() {
        Amounts nothing = new Amounts(null, null, null, List.of(amount("0.00", MEMO, true)));
        Amounts less = new Amounts(null, null, null, List.of(amount("-0.01", MEMO, true)));

        assertThat(codes(faults -> nothing.check("/totalCost", faults))).isEmpty();
        assertThat(codes(faults -> less.check("/totalCost", faults))).containsExactly("amount-negative");
    }

    private static Period.Figure figure(@Nullable String start, @Nullable String end, Source source, boolean current) {
        return new Period.Figure(
                start == null ? null : PartialDate.parse(start),
                end == null ? null : PartialDate.parse(end),
                null,
                source,
                current,
                null,
                null);
    }

    private static Amounts.Figure amount(String euros, Source source, boolean current) {
        return new Amounts.Figure(Money.euros(euros), null, source, current, null, null);
    }

    private static List<String> codes(Consumer<Faults> check) {
        Faults faults = new Faults();
        check.accept(faults);
        return faults.list().stream().map(Fault::code).toList();
    }
}
