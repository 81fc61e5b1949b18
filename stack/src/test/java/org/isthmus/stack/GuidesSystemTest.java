package org.isthmus.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the guides show is what happens; {@code -Dguides.update=true} writes what their blocks print. They need curl and jq, as
 * their readers do: where one is missing there is nothing to compare.
 */
@Order(1)
@ExtendWith(Isthmus.class)
class GuidesSystemTest {

    @ParameterizedTest
    @ValueSource(strings = {"portals", "partners", "officers", "auditors"})
    void thePageShowsWhatItsBlocksPrint(String name) throws IOException, InterruptedException {
        assumeTrue(Guide.canRun(), "curl and jq are on the path");
        Guide guide = new Guide(name);

        String page = guide.withOutput(Isthmus.gateway());

        if (Boolean.getBoolean("guides.update")) {
            guide.write(page);
        }
        assertThat(page).isEqualTo(new Guide(name).text());
    }
}
