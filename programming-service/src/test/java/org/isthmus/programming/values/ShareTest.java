package org.isthmus.programming.values;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.isthmus.kit.rules.Fault;
import org.junit.jupiter.api.Test;

class ShareTest {

    @Test
    void sharesMakeUpTheWholeToTheLastDecimal() {
        assertThat(Share.fault("/x", List.of(Share.of("MD", "33.3333"), Share.of("UA", "66.6667"))))
                .isEmpty();
        assertThat(Share.fault("/x", List.of(Share.of("MD", "33.3333"), Share.of("UA", "66.6666"))))
                .map(Fault::detail)
                .contains("Shares add up to 99.9999, not 100.");
    }

    @Test
    void sharesAreGivenForAllOrForNone() {
        assertThat(Share.fault("/x", List.of(Share.of("MD"), Share.of("UA")))).isEmpty();
        assertThat(Share.fault("/x", List.of(Share.of("MD", "100"), Share.of("UA"))))
                .map(Fault::code)
                .contains("shares-not-100");
    }

    @Test
    void aCodeIsNamedOnce() {
        assertThat(Share.fault("/x", List.of(Share.of("MD", "50"), Share.of("MD", "50"))))
                .map(Fault::code)
                .contains("named-twice");
    }

    @Test
    void whatStandsAloneIsTheWhole() {
        assertThat(Share.part(List.of(Share.of("MD")), "MD")).contains(new BigDecimal("100.0000"));
        assertThat(Share.part(List.of(Share.of("MD")), "UA")).contains(BigDecimal.ZERO);
        assertThat(Share.part(List.of(Share.of("MD"), Share.of("UA")), "MD")).isEmpty();
    }
}
