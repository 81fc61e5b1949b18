package org.isthmus.funding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.smallrye.reactive.messaging.memory.InMemoryConnector;
import jakarta.enterprise.inject.Any;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.LongStream;
import org.isthmus.testing.TestClient;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random promises, payments, decommitments, amendments and reversals over HTTP, on random days, against an oracle in
 * whole cents. No account holds less than nothing on any day.
 */
@QuarkusTest
class LifeOfMoneyPropertyTest {

    private static final int STEPS = 80;
    private static final long APPROPRIATED = 150_000;
    private static final long DECIDED = 100_000;
    private static final long PAYABLE = 40_000;

    @Inject
    @Any
    InMemoryConnector kafka;

    private final MoneyOracle oracle = new MoneyOracle();
    private final List<PayableCommitment> promises = new ArrayList<>();
    private final List<Booked> booked = new ArrayList<>();
    private final Set<String> undone = new HashSet<>();
    private final UUID programme = UUID.randomUUID();
    private final UUID action = UUID.randomUUID();
    private String line = "";
    private int version = 1;
    private long decided = DECIDED;
    private long allocated = DECIDED;
    private RandomGenerator random = RandomGenerator.getDefault();
    private String told = "";

    static LongStream seeds() {
        Long given = Long.getLong("seed");
        return given != null ? LongStream.of(given) : LongStream.of(2_010, 131_088, 77);
    }

    private record PayableCommitment(String id, LocalDate on) {

        String account() {
            return "commitment " + id;
        }

        String paid() {
            return "paid " + id;
        }
    }

    /** What a movement did, and what of the allocation's amount it made. */
    private record Booked(String movement, LocalDate on, Map<String, Long> changes, long ofAllocated) {}

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyAnswerAndEveryFigureIsTheOracles(long seed) {
        random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        givenAnAdoptedAction();

        for (int step = 0; step < STEPS; step++) {
            told = "seed %d, step %d".formatted(seed, step);
            long amount = random.nextLong(1, 30_000);
            switch (random.nextInt(9)) {
                case 0, 1, 2 -> promise(amount);
                case 3, 4 -> pay(amount);
                case 5 -> giveBack(amount);
                case 6 -> amend(random.nextLong(0, 160_000));
                case 7 -> allocate(amount);
                default -> undo();
            }
        }
        assertFigures();
        assertThat(TestClient.as("auditor").get("/v1/reconciliation").<Boolean>path("agrees"))
                .as(told)
                .isTrue();
    }

    private void givenAnAdoptedAction() {
        line = Scene.line(Scene.THIS_YEAR, cents(APPROPRIATED));
        Scene.appropriate(line, Scene.THIS_YEAR, "PAYMENT", "-" + cents(APPROPRIATED - PAYABLE));
        Scene.adopt(kafka, programme, action, line, Scene.THIS_YEAR, cents(DECIDED));
        String movement = Scene.awaitAllocation(action, "BOOKED").extract().path("items[0].movementId");
        oracle.take(Scene.NEW_YEAR, Map.of("appropriation", APPROPRIATED, "payable", PAYABLE));
        book(movement, Scene.NEW_YEAR, Map.of("appropriation", -DECIDED, "allocation", DECIDED), DECIDED);
    }

    private void promise(long amount) {
        LocalDate on = someDay();
        UUID project = UUID.randomUUID();
        boolean possible = allocated - oracle.balance("allocation") + amount <= decided
                && oracle.bears(on, Map.of("allocation", -amount));
        Response answer = post(
                "finance-officer-b",
                "/v1/commitments",
                Scene.individual(action, project, "L-" + project, cents(amount), on.toString()));
        assertThat(answer.statusCode()).as(told).isEqualTo(possible ? 201 : 409);
        if (possible) {
            PayableCommitment promise = new PayableCommitment(answer.path("id"), on);
            promises.add(promise);
            book(answer.path("movement.id"), on, Map.of("allocation", -amount, promise.account(), amount), 0);
        }
    }

    private void pay(long amount) {
        if (promises.isEmpty()) {
            return;
        }
        PayableCommitment promise = promises.get(random.nextInt(promises.size()));
        Response request =
                post("finance-officer", "/v1/payments", """
                {"commitmentId": "%s", "kind": "INTERIM", "amount": %s, "reason": "x"}
                """.formatted(promise.id(), TestClient.euros(cents(amount))));
        assertThat(request.statusCode()).as(told).isEqualTo(amount <= oracle.balance(promise.account()) ? 201 : 409);
        if (request.statusCode() != 201) {
            return;
        }
        String path = "/v1/payments/" + request.path("id");
        assertThat(post("authorising-officer", path + "/authorise", "{}").statusCode())
                .as(told)
                .isEqualTo(200);
        LocalDate on = someDay();
        Map<String, Long> changes =
                Map.of(promise.account(), -amount, promise.paid(), amount, "payable", -amount, "consumed", amount);
        boolean possible = !on.isBefore(promise.on()) && oracle.bears(on, changes);
        Response execution = post("accounting-officer", path + "/execute", "{\"executedOn\": \"%s\"}".formatted(on));
        assertThat(execution.statusCode()).as(told).isEqualTo(possible ? 200 : 409);
        if (possible) {
            book(execution.path("movement.id"), on, changes, 0);
        } else {
            post("authorising-officer", path + "/reject", "{\"reason\": \"Not possible\"}");
        }
    }

    private void giveBack(long amount) {
        if (promises.isEmpty()) {
            return;
        }
        PayableCommitment promise = promises.get(random.nextInt(promises.size()));
        LocalDate on = someDay();
        Map<String, Long> changes = Map.of(promise.account(), -amount, "allocation", amount);
        boolean possible = !on.isBefore(promise.on()) && oracle.bears(on, changes);
        Response answer = post("finance-officer", "/v1/commitments/" + promise.id() + "/decommit", """
                {"amount": %s, "effectiveOn": "%s", "reason": "x"}
                """.formatted(
                        TestClient.euros(cents(amount)), on));
        assertThat(answer.statusCode()).as(told).isEqualTo(possible ? 200 : 409);
        if (possible) {
            book(answer.path("movement.id"), on, changes, 0);
        }
    }

    private void allocate(long amount) {
        LocalDate on = someDay();
        Map<String, Long> changes = Map.of("appropriation", -amount, "allocation", amount);
        boolean possible = allocated + amount <= decided && oracle.bears(on, changes);
        Response answer = post(
                "finance-officer-c", "/v1/allocations", """
                {"actionId": "%s", "amount": %s, "effectiveOn": "%s", "reason": "x"}
                """.formatted(action, TestClient.euros(cents(amount)), on));
        assertThat(answer.statusCode()).as(told).isEqualTo(possible ? 201 : 409);
        if (possible) {
            allocated += amount;
            book(answer.path("movement.id"), on, changes, amount);
        }
    }

    /** The decision is another from now on, whether the allocation can follow or not. */
    private void amend(long amount) {
        version++;
        decided = amount;
        boolean named = random.nextBoolean();
        LocalDate amendedOn = named ? someDay() : Scene.today();
        String payload = Scene.workProgramme(programme, version, action, line, Scene.THIS_YEAR, cents(amount));
        Scene.workProgrammes(kafka)
                .event(
                        Scene.AMENDED,
                        programme,
                        version,
                        named
                                ? payload.replace(
                                        "\"actions\"", "\"amendedOn\": \"%s\", \"actions\"".formatted(amendedOn))
                                : payload);
        await().pollInterval(Duration.ofMillis(10)).until(() -> answered() == version);
        long change = amount - allocated;
        Map<String, Long> changes = Map.of("appropriation", -change, "allocation", change);
        boolean possible = change != 0 && oracle.balanceAllows(changes);
        assertThat(amountOfAllocation()).as(told).isEqualTo(cents(possible ? amount : allocated));
        if (possible) {
            LocalDate on = oracle.firstDay(amendedOn, changes);
            allocated = amount;
            String movement = allocation().path("items[0].movementId");
            assertThat(TestClient.as("auditor").get("/v1/movements/" + movement).<String>path("effectiveOn"))
                    .as(told)
                    .isEqualTo(on.toString());
            book(movement, on, changes, change);
        }
    }

    private void undo() {
        Booked some = booked.get(random.nextInt(booked.size()));
        LocalDate on = someDay();
        Map<String, Long> changes = new HashMap<>();
        some.changes().forEach((account, change) -> changes.put(account, -change));
        boolean possible = !undone.contains(some.movement()) && !on.isBefore(some.on()) && oracle.bears(on, changes);
        Response answer =
                post("authorising-officer-c", "/v1/movements/" + some.movement() + "/reverse", """
                {"reason": "x", "effectiveOn": "%s"}
                """.formatted(on));
        assertThat(answer.statusCode()).as(told).isEqualTo(possible ? 201 : 409);
        if (possible) {
            undone.add(some.movement());
            allocated -= some.ofAllocated();
            oracle.take(on, changes);
        }
    }

    private void assertFigures() {
        for (PayableCommitment promise : promises) {
            assertThat(TestClient.as("auditor")
                            .get("/v1/commitments/" + promise.id())
                            .<String>path("outstanding.amount"))
                    .as(told)
                    .isEqualTo(cents(oracle.balance(promise.account())));
        }
        assertThat(amountOfAllocation()).as(told).isEqualTo(cents(allocated));
        for (int i = 0; i < 10; i++) {
            LocalDate on = someDay();
            Response accounts = TestClient.as("auditor")
                    .get("/v1/accounts?limit=200&sort=balance&budgetLine=%s&asOf=%s".formatted(line, on));
            assertThat(accounts.<List<String>>path("items.findAll { it.kind != 'SOURCE' }.balance.amount"))
                    .as("%s as of %s", told, on)
                    .noneMatch(balance -> balance.startsWith("-"));
            assertThat(accounts.<String>path("items.find { it.kind == 'ALLOCATION' }.balance.amount"))
                    .as("%s as of %s", told, on)
                    .isEqualTo(cents(oracle.balanceOn(on, "allocation")));
        }
    }

    private void book(String movement, LocalDate on, Map<String, Long> changes, long ofAllocated) {
        oracle.take(on, changes);
        booked.add(new Booked(movement, on, changes, ofAllocated));
    }

    private int answered() {
        Response allocation = allocation();
        Integer refused = allocation.path("items[0].refusal.workProgrammeVersion");
        Integer followed = allocation.path("items[0].workProgrammeVersion");
        return Math.max(refused == null ? 0 : refused, followed);
    }

    private String amountOfAllocation() {
        return allocation().path("items[0].amount.amount");
    }

    private Response allocation() {
        return TestClient.as("auditor").get("/v1/allocations?actionId=" + action);
    }

    private LocalDate someDay() {
        return Scene.NEW_YEAR.plusDays(random.nextInt(Scene.today().getDayOfYear()));
    }

    private static Response post(String role, String path, String body) {
        return TestClient.post(role, path, body).extract().response();
    }

    private static String cents(long cents) {
        return "%d.%02d".formatted(cents / 100, cents % 100);
    }
}
