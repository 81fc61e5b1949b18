package org.isthmus.programming.programme;

import java.util.List;
import java.util.UUID;
import org.isthmus.kit.values.Text;
import org.isthmus.testing.Contracts;
import org.junit.jupiter.api.Test;

class ProgrammeContractTest {

    @Test
    void changed() {
        Contracts.assertKept(new ProgrammeEvent(
                UUID.fromString("01932f6e-0000-7000-8000-000000000003"),
                1,
                "THEMATIC-MIGR",
                Text.of("en", "Thematic programme for migration and asylum"),
                List.of(
                        new ProgrammeEvent.Strand(
                                "migration-development",
                                Text.of("en", "Migration and development"),
                                List.of(new ProgrammeEvent.Strand.Measure(
                                        "1.4", Text.of("en", "Mitigate the effects of brain drain")))),
                        new ProgrammeEvent.Strand(
                                "asylum-protection",
                                Text.of("en", "Asylum and international protection"),
                                List.of()))));
    }
}
