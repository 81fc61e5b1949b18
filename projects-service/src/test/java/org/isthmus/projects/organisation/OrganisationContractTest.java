package org.isthmus.projects.organisation;

import java.util.UUID;
import org.isthmus.kit.values.Text;
import org.isthmus.testing.Contracts;
import org.junit.jupiter.api.Test;

class OrganisationContractTest {

    @Test
    void aChangeIsToldAsItsContractShows() {
        Contracts.assertKept(new OrganisationEvent(
                UUID.fromString("01932f6e-0000-7000-8000-0000000000a2"),
                2,
                "IOM",
                Text.of("en", "International Organization for Migration"),
                OrganisationType.INTERNATIONAL_ORGANISATION,
                "CH"));
    }
}
