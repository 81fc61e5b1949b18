package org.isthmus.programming.values;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.isthmus.kit.rules.Fault;
import org.isthmus.kit.rules.Faults;
import org.junit.jupiter.api.Test;

class ShareTest {

    /** Case B5: below the whole the rest belongs to none, above it by more than rounding is a mistake. */
    @Test
    void sharesAreKeptAsPrinted() {
        assertThat(faults(Share.of("MD", "33"), Share.of("UA", "33"), Share.of("GE", "33")))
                .isEmpty();
        assertThat(faults(Share.of("MD", "33.4"), Share.of("UA", "33.3"), Share.of("GE", "33.4")))
                .isEmpty();
        assertThat(faults(Share.of("MD", "60"), Share.of("UA"))).isEmpty();
        assertThat(faults(Share.of("MD", "70"), Share.of("UA", "40"))).containsExactly("shares-not-100");
    }

    @Test
    void aCodeIsNamedOnce() {
        assertThat(faults(Share.of("MD", "50"), Share.of("MD", "50"))).containsExactly("named-twice");
    }

    @Test
    void whatStandsAloneIsTheWhole() {
        assertThat(Share.part(List.of(Share.of("MD")), "MD")).contains(new BigDecimal("100.0000"));
        assertThat(Share.part(List.of(Share.of("MD", "60")), "MD")).contains(new BigDecimal("60.0000"));
        assertThat(Share.part(List.of(Share.of("MD")), "UA")).contains(BigDecimal.ZERO);
        assertThat(Share.part(List.of(Share.of("MD"), Share.of("UA")), "MD")).isEmpty();
    }

    private static List<String> faults(Share... shares) {
        Faults faults = new Faults();
        Share.check("/x", List.of(shares), faults);
        return faults.list().stream().map(Fault::code).toList();
    }
}
