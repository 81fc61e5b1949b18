package org.isthmus.kit.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.isthmus.kit.rules.Refusal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguagesTest {

    @ParameterizedTest
    @CsvSource({
        "en, en",
        "SR-latn, sr-Latn",
        "pt-br, pt-BR",
        "ca-VALENCIA, ca-valencia",
        "de-ch-1996, de-CH-1996",
        "sl-rozaj-BISKE, sl-rozaj-biske",
        "fr-1694acad, fr-1694acad"
    })
    void aLanguageHasOneSpelling(String given, String tag) {
        assertThat(Languages.tag(given)).isEqualTo(tag);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "xx",
                "de-foobar",
                "de-foobar1",
                "de-1996-foobar",
                "de-1996-1996",
                "en-US-posix",
                "en-ZZ",
                "en-Abcd",
                "und",
                "en-u-ca-buddhist",
                "e n"
            })
    void whatIsNoLanguageIsRefused(String given) {
        assertThatThrownBy(() -> Languages.tag(given)).isInstanceOf(Refusal.class);
    }
}
