package org.isthmus.kit.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.isthmus.kit.store.Views;
import org.isthmus.kit.values.Text;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ViewsTest {

    @Inject
    Views views;

    private final UUID id = UUID.randomUUID();

    @Test
    void aVersionThatSaysTheSameAgainIsNotNew() {
        assertThat(put(1, "Asylum")).isTrue();
        assertThat(put(1, "Asylum")).isFalse();
        assertThat(put(2, "Routes")).isTrue();
        assertThat(put(2, "Routes")).isFalse();
    }

    @Test
    void aVersionNeverChangesWhatItSays() {
        put(1, "Asylum");

        assertThatThrownBy(() -> put(1, "Routes")).hasMessageContaining("says something else");
    }

    private boolean put(int version, String title) {
        Note note = new Note(new NoteContent("N-" + id, Text.of("en", title), List.of(), null));
        Map<String, String> body = Map.of("title", title);
        return !QuarkusTransaction.requiringNew()
                .call(() -> views.put(Notes.VIEWS, List.of(new Views.Version<>(id, version, note, body))))
                .isEmpty();
    }
}
