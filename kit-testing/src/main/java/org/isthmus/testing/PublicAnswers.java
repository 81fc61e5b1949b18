package org.isthmus.testing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.response.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What everybody is answered at some addresses, whole: status, body with the position of the stream, entity tag and time. Only
 * the time of the answer itself is left out.
 */
public final class PublicAnswers {

    private final Map<String, String> answers = new LinkedHashMap<>();

    private PublicAnswers(List<String> addresses) {
        addresses.forEach(address -> answers.put(address, answer(address)));
    }

    /** As they are once all that was told before is in its place of the stream. */
    public static PublicAnswers of(String... addresses) {
        List<String> all = List.of(addresses);
        await().until(() -> new PublicAnswers(all)
                .answers.values().stream().noneMatch(answer -> answer.matches("(?s).*\"position\":\"p[0-9]+,.*")));
        return new PublicAnswers(all);
    }

    /** They are byte for byte as they were. */
    public void assertUnchanged() {
        assertThat(new PublicAnswers(List.copyOf(answers.keySet())).answers).isEqualTo(answers);
    }

    private static String answer(String address) {
        Response response = given().get(address);
        String body = response.asString().replaceAll("\"(at|traceId)\":\"[^\"]*\"", "");
        return "%d %s %s %s"
                .formatted(response.statusCode(), response.header("ETag"), response.header("Last-Modified"), body);
    }
}
