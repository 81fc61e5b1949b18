package org.isthmus.stack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.isthmus.stack.Cycle.eventually;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An event that nobody can read is set aside with its reason, the rest goes on, and an operator can send it again. */
@ExtendWith(Isthmus.class)
class DeadLettersSystemTest {

    private static final String TOPIC = "programming.countries";
    private static final String TYPE = "eu.isthmus.programming.country.changed.v1";

    @Test
    void poisonIsSetAsideListedAndSentAgain() {
        UUID key = UUID.randomUUID();
        RawEvent.of(TOPIC, key.toString(), TYPE, "no JSON").send();

        eventually(() -> listed().split(key.toString(), -1).length == 3);
        assertThat(listed()).contains(TYPE).contains("cannot read");

        assertThat(letters(new ByteArrayOutputStream()).replay(TOPIC)).isEqualTo(1);
        eventually(() -> listed().split(key.toString(), -1).length == 3); // it is no better than it was
        assertThat(Api.anonymous().get("/v1/countries?code=MD").expect(200).text("/items/0/code"))
                .isEqualTo("MD");
        letters(new ByteArrayOutputStream()).discard(TOPIC);
    }

    @Test
    void eachServiceCountsItsOwnInItsHealthAfterARestartTooUntilSomebodyDecides() {
        RawEvent.of(TOPIC, "no key of ours", TYPE, "no JSON").send();

        eventually(() -> waiting("projects") == 1 && waiting("funding") == 1);
        assertThat(waiting("programming")).isZero();
        assertThat(listed()).contains("given up by projects").contains("given up by funding");
        assertThat(Isthmus.check("projects", "dead-letters")
                        .path("data")
                        .path("remedy of " + TOPIC)
                        .asText())
                .isEqualTo("deploy/dead-letters %s replay %s", Isthmus.kafka(), TOPIC);
        eventually(() -> isDegraded("projects"));
        Isthmus.kill("projects");
        Isthmus.restart("projects");
        eventually(() -> waiting("projects") == 1);

        assertThat(letters(new ByteArrayOutputStream()).discard(TOPIC)).isEqualTo(2);
        eventually(() -> waiting("projects") == 0 && waiting("funding") == 0 && !isDegraded("projects"));
    }

    @Test
    void whatHasNoKeyOrCannotBeStoredIsSetAsideToo() {
        RawEvent.of(TOPIC, null, TYPE, "{}").send();
        RawEvent.of(TOPIC, UUID.randomUUID().toString(), TYPE + "\u0000", "no JSON")
                .send();
        RawEvent.of(TOPIC, UUID.randomUUID().toString(), TYPE, null).send();

        eventually(() -> waiting("projects") == 2 && waiting("funding") == 2);
        letters(new ByteArrayOutputStream()).discard(TOPIC);
        eventually(() -> waiting("projects") == 0 && waiting("funding") == 0);
    }

    private static boolean isDegraded(String service) {
        var health = Api.anonymous().get("/q/health").expect(200).body();
        for (var check : health.path("checks")) {
            if (check.path("name").asText().equals(service)) {
                return check.path("status").asText().equals("DEGRADED")
                        && health.path("status").asText().equals("DEGRADED");
            }
        }
        throw new AssertionError(health);
    }

    private static int waiting(String service) {
        return Isthmus.check(service, "dead-letters").path("data").path(TOPIC).asInt();
    }

    private static String listed() {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        letters(said).list();
        return said.toString(UTF_8);
    }

    private static DeadLetters letters(ByteArrayOutputStream said) {
        return new DeadLetters(Map.of("bootstrap.servers", Isthmus.kafka()), new PrintStream(said, true, UTF_8));
    }
}
