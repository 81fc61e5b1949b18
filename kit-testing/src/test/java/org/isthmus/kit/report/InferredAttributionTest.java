package org.isthmus.kit.report;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.isthmus.kit.report.Attribution.Part;
import org.isthmus.kit.report.InferredAttribution.Named;
import org.isthmus.kit.values.PrintedShares;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class InferredAttributionTest {

    private static final Map<String, String> REGIONS = Map.of("MD", "East", "UA", "East", "GE", "Caucasus");

    @Test
    void oneAloneHasAllOfItUnlessItsShareIsPrinted() {
        assertThat(countries(share("MD", null)).countries()).containsExactly(part("MD", "100"));
        assertThat(strands(share("asylum", "40")).strands()).containsExactly(part("asylum", "40"));
    }

    @Test
    void whatPrintedSharesLeaveOfTheWholeBelongsToNone() {
        Attribution thirds = countries(share("MD", "33"), share("UA", "33"), share("GE", "33"));
        assertThat(thirds.countries()).containsExactly(part("MD", "33"), part("UA", "33"), part("GE", "33"));
        assertThat(requireNonNull(thirds.told().notAttributed()))
                .containsEntry("countries", "printed country shares add up to less than 100");
    }

    @Test
    void sharesThatRoundingTookAboveTheWholeAreCutDownToIt() {
        assertThat(strands(share("a", "33.4"), share("b", "33.4"), share("c", "33.4"))
                        .strands())
                .containsExactly(part("a", "33.3333"), part("b", "33.3334"), part("c", "33.3333"));
    }

    @Test
    void aShareOfNothingIsSaidAndLeavesTheRestItsAll() {
        assertThat(strands(share("economic-migration", "100.0000"), share("asylum", "0.0000"))
                        .strands())
                .containsExactly(part("economic-migration", "100"));
    }

    @Test
    void severalWithoutSharesHaveNothingAndNobodyGuesses() {
        nothing(countries(share("MD", null), share("UA", null)), "countries", "country shares unknown");
        nothing(countries(share("MD", "60"), share("UA", null)), "countries", "country shares unknown");
    }

    @Test
    void aRegionThatAllCountriesAreInHasAllOfIt() {
        Attribution east = countries(share("MD", null), share("UA", null));
        assertThat(east.countries()).isEmpty();
        assertThat(east.regions()).containsExactly(part("East", "100"));
        nothing(countries(share("MD", null), share("GE", null)), "regions", "region shares unknown");
        nothing(countries(share("MD", null), share("XX", null)), "regions", "region unknown");
    }

    @Test
    void onlyCountriesThatBenefitCount() {
        assertThat(countries(
                                new Named("MD", null, "BENEFICIARY"),
                                new Named("IT", null, "PLACE_OF_ACTIVITY"),
                                new Named("DE", null, "HOST"))
                        .countries())
                .containsExactly(part("MD", "100"));
        nothing(countries(new Named("IT", null, "PLACE_OF_ACTIVITY")), "countries", "no country benefits by name");
    }

    @Test
    void theSameTwiceIsOne() {
        assertThat(countries(new Named("MD", null, "BENEFICIARY"), new Named("MD", null, "PILOT"))
                        .countries())
                .containsExactly(part("MD", "100"));
        assertThat(countries(share("MD", "30"), share("UA", "30"), share("MD", "40"))
                        .countries())
                .containsExactly(part("MD", "70"), part("UA", "30"));
    }

    @Test
    void nothingNamedIsNothing() {
        nothing(countries(), "countries", "no country");
        nothing(strands(), "strands", "no strand");
    }

    @Test
    void thePartsNeverAddUpToMoreThanTheWhole() {
        long seed = Long.getLong("seed", 20_101);
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        for (int run = 0; run < 20_000; run++) {
            List<Named> shares = random(random);

            List<Part> parts =
                    requireNonNull(countries(shares.toArray(Named[]::new)).countries());

            BigDecimal sum =
                    parts.stream().map(part -> new BigDecimal(part.share())).reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(sum).as("seed %d, run %d: %s", seed, run, shares).isLessThanOrEqualTo(PrintedShares.WHOLE);
        }
    }

    private static Attribution countries(Named... shares) {
        return InferredAttribution.of(List.of(), List.of(shares), REGIONS::get);
    }

    private static Attribution strands(Named... shares) {
        return InferredAttribution.of(List.of(shares), List.of(), REGIONS::get);
    }

    private static Part part(String code, String share) {
        return new Part(code, new BigDecimal(share), REGIONS.get(code));
    }

    private static void nothing(Attribution attribution, String list, String reason) {
        assertThat(
                        switch (list) {
                            case "countries" -> attribution.countries();
                            case "strands" -> attribution.strands();
                            default -> attribution.regions();
                        })
                .isEmpty();
        assertThat(attribution.notAttributed()).containsEntry(list, reason);
    }

    private static List<Named> random(RandomGenerator random) {
        List<Named> shares = new ArrayList<>();
        int left = 1_000_000;
        for (int i = random.nextInt(0, 6); i > 0; i--) {
            int part = i == 1 || random.nextInt(10) == 0 ? left : random.nextInt(left + 1);
            left -= part;
            String share =
                    random.nextInt(12) == 0 ? null : BigDecimal.valueOf(part, 4).toPlainString();
            shares.add(share("C" + random.nextInt(4), share));
        }
        return shares;
    }

    private static Named share(String code, @Nullable String share) {
        return new Named(code, share == null ? null : new BigDecimal(share), null);
    }
}
