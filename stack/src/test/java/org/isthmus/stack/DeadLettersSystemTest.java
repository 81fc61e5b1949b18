package org.isthmus.stack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.isthmus.stack.Cycle.eventually;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.isthmus.stack.process.Home;
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

        assertThat(deadLetters("replay", TOPIC)).endsWith("1 events of %s were sent again.\n".formatted(TOPIC));
        eventually(() -> listed().split(key.toString(), -1).length == 3); // it is no better than it was
        assertThat(Api.anonymous().get("/v1/countries?code=MD").expect(200).text("/items/0/code"))
                .isEqualTo("MD");
        deadLetters("discard", TOPIC);
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

        assertThat(deadLetters("discard", TOPIC))
                .endsWith("2 events of %s are not listed any more.\n".formatted(TOPIC));
        eventually(() -> waiting("projects") == 0 && waiting("funding") == 0 && !isDegraded("projects"));
    }

    @Test
    void whatHasNoKeyOrCannotBeStoredIsSetAsideToo() {
        RawEvent.of(TOPIC, null, TYPE, "{}").send();
        RawEvent.of(TOPIC, UUID.randomUUID().toString(), TYPE + "\u0000", "no JSON")
                .send();
        RawEvent.of(TOPIC, UUID.randomUUID().toString(), TYPE, null).send();

        eventually(() -> waiting("projects") == 2 && waiting("funding") == 2);
        deadLetters("discard", TOPIC);
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
        return deadLetters("list");
    }

    /** What the operator's command says. */
    private static String deadLetters(String... arguments) {
        List<String> command = new ArrayList<>(
                List.of(Home.ofThisRun().folder().resolve("deploy/dead-letters").toString(), Isthmus.kafka()));
        command.addAll(List.of(arguments));
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), UTF_8);
            assertThat(process.waitFor()).as(said).isZero();
            return said;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
