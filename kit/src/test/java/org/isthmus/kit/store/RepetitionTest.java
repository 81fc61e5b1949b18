package org.isthmus.kit.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.isthmus.kit.http.Json;
import org.isthmus.kit.http.StrictJson;
import org.isthmus.kit.rules.Fault;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A club is written with the code of its country and the ids of its members, and read with both and their names. */
class RepetitionTest {

    record Draft(
            String title,
            @Nullable String countryCode,
            List<MemberDraft> members,
            @Nullable Rooms rooms,
            @Nullable Founded founded) {}

    record MemberDraft(@Nullable String personId, @Nullable String name, String role) {}

    record Rooms(int reported) {}

    record Founded(String year) {}

    record View(
            String id,
            int version,
            @JsonUnwrapped Title title,
            @Nullable Country country,
            List<Member> members,
            @Nullable AllRooms rooms,
            @Nullable Boolean founded) {}

    record Title(String title) {}

    record Country(String code, String name) {}

    record Member(@Nullable String id, String name, String role) {}

    record AllRooms(@Nullable Integer reported, int counted) {}

    private static final String SHOWN = """
            {"id": "c1", "version": 3, "title": "Rowing", "country": {"code": "BE", "name": "Belgium"},
             "members": [{"id": "p1", "name": "Ann", "role": "CHAIR"}, {"name": "Bob", "role": "GUEST"},
                         {"id": "p2", "name": "Cid", "role": "COX"}],
             "rooms": {"reported": 4, "counted": 3}, "founded": true}
            """;

    private static final String STORED = """
            {"title": "Rowing", "countryCode": "BE",
             "members": [{"personId": "p1", "role": "CHAIR"}, {"name": "Bob", "role": "GUEST"},
                         {"personId": "p2", "role": "COX"}],
             "rooms": {"reported": 4}, "founded": {"year": "1911"}}
            """;

    private final ObjectMapper json = StrictJson.configure(new ObjectMapper());
    private final Shapes shapes = Shapes.of(json, json.constructType(Draft.class), json.constructType(View.class));
    private final Repetition repetition = new Repetition();

    @Test
    void whatIsSentAsItWasReadStaysAsItIsStored() {
        assertThat(meant(SHOWN)).isEqualTo(read(STORED));
        assertThat(repetition.faults()).isEmpty();
    }

    @Test
    void whatIsChangedIsWhatIsMeant() {
        ObjectNode meant = meant(SHOWN.replace("Rowing", "Sailing")
                .replace("\"role\": \"COX\"", "\"role\": \"HEAD\"")
                .replace("\"reported\": 4", "\"reported\": 5"));

        assertThat(meant)
                .isEqualTo(read(STORED.replace("Rowing", "Sailing")
                        .replace("\"role\": \"COX\"", "\"role\": \"HEAD\"")
                        .replace("\"reported\": 4", "\"reported\": 5")));
        assertThat(repetition.faults()).isEmpty();
    }

    @Test
    void anElementIsKnownByWhatIsOnlyReadOfItWhereverItStands() {
        ObjectNode meant = meant("""
                {"id": "c1", "title": "Rowing",
                 "members": [{"id": "p2", "name": "Cid", "role": "CHAIR"}, {"personId": "p9", "role": "COX"}]}
                """);

        assertThat(meant).isEqualTo(read("""
                {"title": "Rowing",
                 "members": [{"personId": "p2", "role": "CHAIR"}, {"personId": "p9", "role": "COX"}]}
                """));
        assertThat(repetition.faults()).isEmpty();
    }

    @Test
    void whatIsLeftOutIsRemovedWithWhatReadersSeeOfIt() {
        assertThat(meant("{\"id\": \"c1\", \"title\": \"Rowing\", \"members\": []}"))
                .isEqualTo(read("{\"title\": \"Rowing\", \"members\": []}"));
        assertThat(meant("{\"id\": \"c1\", \"country\": {\"code\": \"BE\", \"name\": \"Belgium\"}}"))
                .isEqualTo(read("{\"countryCode\": \"BE\"}"));
        assertThat(meant("{\"country\": {\"code\": \"BE\", \"name\": \"Belgium\"}, \"countryCode\": \"NL\"}"))
                .isEqualTo(read("{\"countryCode\": \"NL\"}"));
    }

    @Test
    void whatIsOnlyReadAndSentOtherwiseIsNamed() {
        meant(SHOWN.replace("\"version\": 3", "\"version\": 4")
                .replace("\"name\": \"Belgium\"", "\"name\": \"Narnia\"")
                .replace("\"id\": \"p2\"", "\"id\": \"p3\"")
                .replace("\"counted\": 3", "\"counted\": 9"));

        assertThat(repetition.faults())
                .extracting(Fault::pointer)
                .containsExactlyInAnyOrder("/version", "/country", "/members/2/id", "/rooms/counted");
        assertThat(repetition.faults()).extracting(Fault::code).containsOnly("read-only");
    }

    @Test
    void whatNobodyKnowsIsLeftToWhoReadsTheBody() {
        assertThat(meant("{\"id\": \"c1\", \"colour\": \"red\"}")).isEqualTo(read("{\"colour\": \"red\"}"));
    }

    @Test
    void onlyABodyThatRepeatsWhatIsOnlyReadIsLookedAt() {
        assertThat(shapes.areRepeatedBy(read(STORED))).isFalse();
        assertThat(shapes.areRepeatedBy(read("{\"id\": \"c1\"}"))).isTrue();
        assertThat(shapes.areRepeatedBy(read("{\"members\": [{\"role\": \"COX\"}, {\"id\": \"p1\"}]}")))
                .isTrue();
        assertThat(shapes.areRepeatedBy(read("{\"rooms\": {\"counted\": 1}}"))).isTrue();
    }

    private ObjectNode meant(String body) {
        return repetition.meant(read(body), read(SHOWN), read(STORED), shapes);
    }

    private ObjectNode read(String text) {
        return (ObjectNode) Json.read(json, text);
    }
}
