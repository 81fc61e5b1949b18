package org.isthmus.kit.note;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.isthmus.testing.TestClient.as;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.isthmus.attack.raw.RawCase;
import org.isthmus.attack.raw.RawCases;
import org.isthmus.testing.OneReading;
import org.isthmus.testing.PostgresResource;
import org.isthmus.testing.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A service that is called directly refuses what could be read as more than one request, as the gateway does. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class FramingTest {

    @TestHTTPResource
    @SuppressWarnings("NullAway.Init")
    URI service;

    /** With its length said before, or only found out while it is read. */
    @ParameterizedTest
    @CsvSource({"10, true", "10, false", "2, true", "2, false"})
    void aBodyThatIsTooLargeIsRefusedWithAProblem(int mebibytes, boolean isLengthSaid)
            throws IOException, InterruptedException {
        byte[] body = ("{\"text\": \"" + "x".repeat(mebibytes << 20) + "\"}").getBytes(ISO_8859_1);
        HttpRequest request = HttpRequest.newBuilder(service.resolve("/v1/notes"))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + Tokens.of("programme-officer"))
                .POST(
                        isLengthSaid
                                ? BodyPublishers.ofByteArray(body)
                                : BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
                .expectContinue(isLengthSaid)
                .build();

        HttpResponse<String> answer;
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            answer = client.send(request, BodyHandlers.ofString());
        }

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.body()).contains("\"code\":\"too-large\"");
    }

    /** What stands behind is a change by somebody who may make it: it is made where it is a request of its own, and nowhere else. */
    @Test
    void aRequestHasOneReadingOrNone() throws IOException {
        String tag = "T" + UUID.randomUUID();
        AtomicInteger number = new AtomicInteger();

        assertThat(new OneReading().wrong(() -> post(tag, number.incrementAndGet())))
                .isEmpty();

        long taken = RawCases.all().stream()
                .filter(each -> each.outcome() == RawCase.Outcome.TAKEN)
                .count();
        as("programme-officer").get("/v1/notes?total=true&tag=" + tag).then().body("total", equalTo((int) taken));
    }

    private static String post(String tag, int number) {
        String body = """
                {"reference": "%s-%d", "title": {"en": "Behind"}, "tags": ["%s"]}""".formatted(tag.substring(0, 20).toUpperCase(Locale.ROOT), number, tag);
        return "POST /v1/notes HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: Bearer %s\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s"
                .formatted(Tokens.of("programme-officer"), body.length(), body);
    }
}
