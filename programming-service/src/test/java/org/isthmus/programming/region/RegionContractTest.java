package org.isthmus.programming.region;

import java.util.List;
import java.util.UUID;
import org.isthmus.kit.values.PartialDate;
import org.isthmus.kit.values.Text;
import org.isthmus.testing.Contracts;
import org.junit.jupiter.api.Test;

class RegionContractTest {

    @Test
    void changed() {
        Contracts.assertKept(new RegionEvent(
                UUID.fromString("01932f6e-0000-7000-8000-0000000000e1"),
                2,
                "ACP West Africa",
                Text.of("en", "Western Africa"),
                "Africa",
                List.of("Afrique de l'Ouest"),
                PartialDate.parse("2000"),
                null));
    }
}
