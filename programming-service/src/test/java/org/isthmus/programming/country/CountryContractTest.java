package org.isthmus.programming.country;

import java.util.List;
import java.util.UUID;
import org.isthmus.kit.values.PartialDate;
import org.isthmus.kit.values.Text;
import org.isthmus.testing.Contracts;
import org.junit.jupiter.api.Test;

class CountryContractTest {

    @Test
    void changed() {
        Contracts.assertKept(new CountryEvent(
                UUID.fromString("01932f6e-0000-7000-8000-0000000000d1"),
                2,
                "MD",
                Text.of("en", "Moldova"),
                "ENPI East",
                List.of(new CountryEvent.Instrument("ENPI", PartialDate.parse("2007"), PartialDate.parse("2013")))));
    }
}
