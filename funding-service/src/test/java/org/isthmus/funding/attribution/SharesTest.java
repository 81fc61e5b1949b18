package org.isthmus.funding.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SharesTest {

    @Test
    void oneAloneHasAllOfItWhateverItsShare() {
        assertThat(Shares.countries(List.of(share("MD", null)))).containsExactly(Part.of("MD", Shares.WHOLE));
        assertThat(Shares.strands(List.of(share("asylum", "40")))).containsExactly(Part.of("asylum", Shares.WHOLE));
    }

    @Test
    void aShareOfNothingIsSaidAndLeavesTheRestItsAll() {
        assertThat(Shares.strands(List.of(share("economic-migration", "100.0000"), share("asylum", "0.0000"))))
                .containsExactly(Part.of("economic-migration", Shares.WHOLE));
    }

    @Test
    void severalWithoutSharesHaveNothingAndNobodyGuesses() {
        assertThat(Shares.countries(List.of(share("MD", null), share("UA", null))))
                .containsExactly(Part.none("country shares unknown"));
        assertThat(Shares.countries(List.of(share("MD", "60"), share("UA", null))))
                .containsExactly(Part.none("country shares unknown"));
        assertThat(Shares.strands(List.of(share("a", "60"), share("b", "39.9999"))))
                .containsExactly(Part.none("strand shares unknown"));
    }

    @Test
    void onlyCountriesThatBenefitCount() {
        assertThat(Shares.countries(List.of(
                        new Share("MD", null, "BENEFICIARY"),
                        new Share("IT", null, "PLACE_OF_ACTIVITY"),
                        new Share("DE", null, "HOST"))))
                .containsExactly(Part.of("MD", Shares.WHOLE));
        assertThat(Shares.countries(List.of(new Share("IT", null, "PLACE_OF_ACTIVITY"))))
                .containsExactly(Part.none("no country"));
    }

    @Test
    void theSameTwiceIsOne() {
        assertThat(Shares.countries(List.of(new Share("MD", null, "BENEFICIARY"), new Share("MD", null, "PILOT"))))
                .containsExactly(Part.of("MD", Shares.WHOLE));
        assertThat(Shares.countries(List.of(share("MD", "30"), share("UA", "30"), share("MD", "40"))))
                .containsExactly(Part.of("MD", new BigDecimal("70")), Part.of("UA", new BigDecimal("30")));
    }

    @Test
    void nothingNamedIsNothing() {
        assertThat(Shares.countries(List.of())).containsExactly(Part.none("no country"));
        assertThat(Shares.strands(List.of())).containsExactly(Part.none("no strand"));
        assertThat(Shares.programme(null)).containsExactly(Part.none("no programme"));
    }

    @Test
    void thePartsAlwaysAddUpToTheWhole() {
        long seed = Long.getLong("seed", 20_101);
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        for (int run = 0; run < 20_000; run++) {
            List<Share> shares = random(random);

            BigDecimal sum =
                    Shares.countries(shares).stream().map(Part::share).reduce(BigDecimal.ZERO, BigDecimal::add);

            assertThat(sum).as("seed %d, run %d: %s", seed, run, shares).isEqualByComparingTo(Shares.WHOLE);
        }
    }

    private static List<Share> random(RandomGenerator random) {
        List<Share> shares = new ArrayList<>();
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

    private static Share share(String code, @Nullable String share) {
        return new Share(code, share == null ? null : new BigDecimal(share), null);
    }
}
