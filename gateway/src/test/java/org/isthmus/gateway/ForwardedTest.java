package org.isthmus.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who asks is told by the proxies that are trusted, from the right; what a caller writes itself stands left of it. */
@QuarkusTest
@TestProfile(BehindProxies.class)
class ForwardedTest {

    @BeforeEach
    void forget() {
        RecordingService.WHOLE.clear();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "203.0.113.7, 198.51.100.2 | 203.0.113.7",
                "6.6.6.6, 203.0.113.7, 198.51.100.2 | 203.0.113.7",
                "6.6.6.6,7.7.7.7,127.0.0.1,203.0.113.7,198.51.100.2 | 203.0.113.7",
                "203.0.113.7 | 203.0.113.7"
            })
    void theAddressIsTakenFromTheRight(String forwarded, String address) {
        given().header("X-Forwarded-For", forwarded)
                .get("/v1/recording/x")
                .then()
                .statusCode(200);

        assertThat(told("x-forwarded-for")).isEqualTo(address);
    }

    @Test
    void severalFieldsAreOneList() {
        RequestSpecification request = given();
        request.header("X-Forwarded-For", "6.6.6.6", "203.0.113.7", "198.51.100.2");
        request.header("X-Forwarded-Proto", "gopher", "https", "http");

        request.get("/v1/recording/x").then().statusCode(200);

        assertThat(told("x-forwarded-for")).isEqualTo("203.0.113.7");
        assertThat(told("x-forwarded-proto")).isEqualTo("https");
    }

    private static String told(String field) {
        return RecordingService.WHOLE
                .element()
                .lines()
                .filter(line -> line.regionMatches(true, 0, field + ": ", 0, field.length() + 2))
                .map(line -> line.substring(field.length() + 2))
                .reduce((one, two) -> one + " and " + two)
                .orElse("nothing");
    }
}
