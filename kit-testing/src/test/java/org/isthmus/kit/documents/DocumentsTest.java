package org.isthmus.kit.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.isthmus.kit.text.Text;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DocumentsTest {

    @Inject
    Documents documents;

    @Test
    void aVersionThatSaysTheSameAgainIsNotNew() {
        UUID id = UUID.randomUUID();

        assertThat(put(id, 1, "Asylum")).isTrue();
        assertThat(put(id, 1, "Asylum")).isFalse();
        assertThat(put(id, 2, "Routes")).isTrue();
        assertThat(put(id, 2, "Routes")).isFalse();
    }

    @Test
    void aVersionNeverChangesWhatItSays() {
        UUID id = UUID.randomUUID();
        put(id, 1, "Asylum");

        assertThatThrownBy(() -> put(id, 1, "Routes")).hasMessageContaining("says something else");
    }

    private boolean put(UUID id, int version, String title) {
        return QuarkusTransaction.requiringNew()
                .call(() -> documents.put(
                        "note_document",
                        id,
                        version,
                        Map.of("title", Text.of("en", title)),
                        Map.of(
                                "reference",
                                "N-" + id,
                                "title_sort",
                                title,
                                "tags",
                                List.of(),
                                "search",
                                SearchText.of(List.of(title)))));
    }
}
