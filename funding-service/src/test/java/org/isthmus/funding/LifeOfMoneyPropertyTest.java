package org.isthmus.funding;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.smallrye.reactive.messaging.memory.InMemoryConnector;
import jakarta.enterprise.inject.Any;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random promises, payments, decommitments and reversals over HTTP against an oracle in whole cents. */
@QuarkusTest
class LifeOfMoneyPropertyTest {

    private static final int STEPS = 60;
    private static final long ALLOCATED = 100_000;
    private static final long PAYABLE = 40_000;

    @Inject
    @Any
    InMemoryConnector kafka;

    static LongStream seeds() {
        Long given = Long.getLong("seed");
        return given != null ? LongStream.of(given) : LongStream.of(2_010, 131_088);
    }

    /** One promise as the oracle knows it, in cents. */
    private static final class Promise {
        private final String id;
        private final String movement;
        private final long committed;
        private long paid;
        private long givenBack;
        private boolean undone;

        Promise(String id, String movement, long committed) {
            this.id = id;
            this.movement = movement;
            this.committed = committed;
        }

        long outstanding() {
            return undone ? 0 : committed - paid - givenBack;
        }
    }

    private final List<Promise> promises = new ArrayList<>();
    private UUID action = UUID.randomUUID();
    private long left = ALLOCATED;
    private long payable = PAYABLE;

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyAnswerAndEveryFigureIsTheOracles(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        String line = Scene.line(2010, cents(ALLOCATED));
        Scene.appropriate(line, 2010, "PAYMENT", "-" + cents(ALLOCATED - PAYABLE));
        action = Scene.allocated(kafka, line, 2010, cents(ALLOCATED));

        for (int step = 0; step < STEPS; step++) {
            String told = "seed %d, step %d".formatted(seed, step);
            Promise some = promises.isEmpty() ? null : promises.get(random.nextInt(promises.size()));
            long amount = random.nextLong(1, 30_000);
            switch (some == null ? 0 : random.nextInt(5)) {
                case 0, 1 -> promise(amount, told);
                case 2 -> pay(some == null ? promises.getFirst() : some, amount, told);
                case 3 -> giveBack(some == null ? promises.getFirst() : some, amount, told);
                default -> undo(some == null ? promises.getFirst() : some, told);
            }
        }
        for (Promise promise : promises) {
            assertThat(Scene.as("auditor").get("/v1/commitments/" + promise.id).<String>path("outstanding.amount"))
                    .as("seed %d", seed)
                    .isEqualTo(cents(promise.outstanding()));
        }
        assertThat(given().get("/v1/accounts?kind=ALLOCATION&actionId=" + action)
                        .<String>path("items[0].balance.amount"))
                .isEqualTo(cents(left));
        assertThat(Scene.as("auditor").get("/v1/reconciliation").<Boolean>path("agrees"))
                .as("seed %d", seed)
                .isTrue();
    }

    private void promise(long amount, String told) {
        UUID project = UUID.randomUUID();
        Response answer = post(
                "finance-officer",
                "/v1/commitments",
                Scene.individual(action, project, "L-" + project, cents(amount), "2010-12-01"));
        assertThat(answer.statusCode()).as(told).isEqualTo(amount <= left ? 201 : 409);
        if (amount <= left) {
            left -= amount;
            promises.add(new Promise(answer.path("id"), answer.path("movement.id"), amount));
        }
    }

    private void pay(Promise promise, long amount, String told) {
        Response request =
                post("finance-officer", "/v1/payments", """
                {"commitmentId": "%s", "kind": "INTERIM", "amount": %s, "reason": "x"}
                """.formatted(promise.id, Scene.money(cents(amount))));
        assertThat(request.statusCode()).as(told).isEqualTo(amount <= promise.outstanding() ? 201 : 409);
        if (request.statusCode() != 201) {
            return;
        }
        String path = "/v1/payments/" + request.path("id");
        assertThat(post("authorising-officer", path + "/authorise", "{}").statusCode())
                .as(told)
                .isEqualTo(200);
        Response execution = post("accounting-officer", path + "/execute", "{\"executedOn\": \"2010-12-20\"}");
        assertThat(execution.statusCode()).as(told).isEqualTo(amount <= payable ? 200 : 409);
        if (amount <= payable) {
            payable -= amount;
            promise.paid += amount;
        } else {
            post("authorising-officer", path + "/reject", "{\"reason\": \"No appropriations\"}");
        }
    }

    private void giveBack(Promise promise, long amount, String told) {
        Response answer = post("finance-officer", "/v1/commitments/" + promise.id + "/decommit", """
                {"amount": %s, "effectiveOn": "2010-12-30", "reason": "x"}
                """.formatted(
                        Scene.money(cents(amount))));
        assertThat(answer.statusCode()).as(told).isEqualTo(amount <= promise.outstanding() ? 200 : 409);
        if (answer.statusCode() == 200) {
            promise.givenBack += amount;
            left += amount;
        }
    }

    private void undo(Promise promise, String told) {
        boolean possible = !promise.undone && promise.paid == 0 && promise.givenBack == 0;
        Response answer = post("authorising-officer", "/v1/movements/" + promise.movement + "/reverse", """
                {"reason": "x", "effectiveOn": "2010-12-31"}
                """);
        assertThat(answer.statusCode()).as(told).isEqualTo(possible ? 201 : 409);
        if (possible) {
            promise.undone = true;
            left += promise.committed;
        }
    }

    private static Response post(String role, String path, String body) {
        return Scene.post(role, path, body).extract().response();
    }

    private static String cents(long cents) {
        return "%d.%02d".formatted(cents / 100, cents % 100);
    }
}
