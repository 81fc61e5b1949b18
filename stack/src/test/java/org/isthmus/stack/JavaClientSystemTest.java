package org.isthmus.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.isthmus.client.ApiClient;
import org.isthmus.client.day.Access;
import org.isthmus.client.day.PartnersDay;
import org.isthmus.client.model.CountryPatch;
import org.isthmus.client.model.Organisation;
import org.isthmus.client.model.OrganisationPatch;
import org.isthmus.client.model.OrganisationType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The client that is generated from the committed document does a partner's work, without a line of our own in between. */
@ExtendWith(Isthmus.class)
class JavaClientSystemTest {

    @Test
    void livesAPartnersDay() throws Exception {
        ApiClient client = new Access(Isthmus.tokenUrl(), "programme-officer", "any").to(Isthmus.gateway());

        List<String> day = new PartnersDay(client).live();

        assertThat(day.getFirst()).matches("listed [0-9]{2,} projects");
        assertThat(day.subList(1, day.size()))
                .containsExactly(
                        "entered A day's organisation once",
                        "changed it to A changed organisation of BE",
                        "its country is removed",
                        "invalid: range",
                        "taken: organisation-exists",
                        "stale: stale-version",
                        "reused: idempotency-key-reused");
    }

    @Test
    void sendsNullOnlyForWhatWasRemoved() throws Exception {
        ApiClient client = new ApiClient();

        assertThat(client.getObjectMapper().writeValueAsString(new OrganisationPatch().country(null)))
                .isEqualTo("{\"country\":null}");
        assertThat(client.getObjectMapper().writeValueAsString(new OrganisationPatch().type(null)))
                .isEqualTo("{\"type\":null}");
        assertThat(client.getObjectMapper().writeValueAsString(new CountryPatch()))
                .isEqualTo("{}");
    }

    @Test
    void takesFieldsAndValuesThatCameLater() throws Exception {
        Organisation later = new ApiClient()
                .getObjectMapper()
                .readValue("{\"type\": \"ORBITAL_STATION\", \"orbit\": \"low\"}", Organisation.class);

        assertThat(later.getType()).isEqualTo(OrganisationType.UNKNOWN_DEFAULT_OPEN_API);
    }
}
