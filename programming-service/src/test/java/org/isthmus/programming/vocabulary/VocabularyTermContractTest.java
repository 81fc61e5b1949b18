package org.isthmus.programming.vocabulary;

import java.util.UUID;
import org.isthmus.kit.values.Text;
import org.isthmus.testing.Contracts;
import org.junit.jupiter.api.Test;

class VocabularyTermContractTest {

    @Test
    void changed() {
        Contracts.assertKept(new VocabularyTermEvent(
                UUID.fromString("01932f6e-0000-7000-8000-0000000000f1"),
                2,
                "target-group",
                "returnees",
                Text.of("en", "Returning migrants"),
                "migrants"));
    }
}
