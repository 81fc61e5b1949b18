package org.isthmus.kit.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.isthmus.kit.rules.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorsTest {

    private final Cursors cursors = new Cursors("a secret of some length", new ObjectMapper());
    private final Cursor place = new Cursor(List.of("4711"), UUID.randomUUID(), false);

    @Test
    void aCursorSaysWhereAPageEndedToItsOwnListOnly() {
        String cursor = cursors.write("notes", place);

        assertThat(cursors.read("notes", cursor)).isEqualTo(place);
        assertThat(cursors.write("notes", place)).isEqualTo(cursor);
        assertThatThrownBy(() -> cursors.read("others", cursor)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> new Cursors("another secret", new ObjectMapper()).read("notes", cursor))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void nobodyReadsInOneWhatAListIsSortedBy() {
        byte[] whole = Base64.getUrlDecoder().decode(cursors.write("notes", place));

        assertThat(new String(whole, StandardCharsets.ISO_8859_1))
                .doesNotContain("4711")
                .doesNotContain("values");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "AAAA", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "%", "é"})
    void whatIsNoneIsRefused(String cursor) {
        assertThatThrownBy(() -> cursors.read("notes", cursor)).isInstanceOf(Refusal.class);
    }

    @Test
    void oneThatIsChangedIsRefused() {
        byte[] whole = Base64.getUrlDecoder().decode(cursors.write("notes", place));
        for (int i = 0; i < whole.length; i++) {
            byte[] changed = whole.clone();
            changed[i] ^= 1;
            String cursor = Base64.getUrlEncoder().withoutPadding().encodeToString(changed);
            assertThatThrownBy(() -> cursors.read("notes", cursor)).isInstanceOf(Refusal.class);
        }
    }
}
