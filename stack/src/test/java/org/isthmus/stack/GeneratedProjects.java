package org.isthmus.stack;

import static org.isthmus.stack.Cycle.FINANCE_OFFICER;
import static org.isthmus.stack.Cycle.PROGRAMME_OFFICER;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.isthmus.stack.GeneratedProject.Booked;
import org.isthmus.stack.GeneratedProject.Share;
import org.jspecify.annotations.Nullable;

/**
 * Projects with umbrellas three deep, shares, unknowns and amendments, and money of the past and of grants.
 *
 * <p>Amounts are whole hundreds and shares whole tenths, so that nothing depends on how cents are split.
 */
final class GeneratedProjects {

    private static final List<String> COUNTRIES = List.of("MD", "UA", "GE", "MA", "SN", "PH");
    private static final int WORKERS = 8;
    private static final int ROWS_OF_A_REQUEST = 1_000;
    private static final int OF_THE_PAST = 200;
    private static final int GRANTS = 40;
    private static final long LARGEST_GRANT = 300_000;

    private final Random chance;
    private final List<String> strands;
    private final String mark;
    private final List<GeneratedProject> projects = new ArrayList<>();

    GeneratedProjects(int size, long seed, List<String> strands) {
        this.chance = new Random(seed);
        this.strands = strands;
        this.mark = "GEN" + Long.toString(System.nanoTime(), 36).toUpperCase(Locale.ROOT);
        while (projects.size() < size) {
            GeneratedProject umbrella = project(null, 100L * (1 + chance.nextInt(9_000)));
            for (int i = chance.nextInt(5); i > 0; i--) {
                GeneratedProject part = project(umbrella, share(umbrella));
                for (int j = part.amount == 0 ? 0 : chance.nextInt(4); j > 0; j--) {
                    project(part, share(part));
                }
            }
        }
        book();
    }

    List<GeneratedProject> all() {
        return projects;
    }

    private long share(GeneratedProject umbrella) {
        return chance.nextInt(6) == 0 ? 0 : umbrella.remainder() / 100 * chance.nextInt(10) / 10 * 100;
    }

    private GeneratedProject project(@Nullable GeneratedProject umbrella, long amount) {
        GeneratedProject project = new GeneratedProject(
                mark + "-" + projects.size(), umbrella, amount, shares(COUNTRIES), shares(strands));
        projects.add(project);
        return project;
    }

    /** None, one alone, two with shares, two with a rest, or three without. */
    private List<Share> shares(List<String> codes) {
        int at = chance.nextInt(codes.size());
        String first = codes.get(at);
        String second = codes.get((at + 1) % codes.size());
        String third = codes.get((at + 2) % codes.size());
        return switch (chance.nextInt(5)) {
            case 0 -> List.of();
            case 1 -> List.of(new Share(first, 10));
            case 2 -> List.of(new Share(first, 6), new Share(second, 4));
            case 3 -> List.of(new Share(first, 5), new Share(second, 4));
            default -> List.of(new Share(first, 0), new Share(second, 0), new Share(third, 0));
        };
    }

    /** Grants go to umbrellas; money of the past to what has no parts, inside of such an umbrella too. */
    private void book() {
        List<Booked> past = List.of(Booked.ON_A_DAY, Booked.IN_A_YEAR, Booked.UNDATED, Booked.ON_A_DAY);
        some(project -> project.umbrella == null && !project.parts.isEmpty() && project.amount <= LARGEST_GRANT, GRANTS)
                .forEach(project -> {
                    project.booked = Booked.GRANT;
                    project.paidQuarters = chance.nextInt(3);
                    project.givenBackQuarters = chance.nextInt(2);
                });
        some(project -> project.parts.isEmpty() && project.amount > 0, OF_THE_PAST)
                .forEach(project -> project.booked = past.get(chance.nextInt(past.size())));
    }

    private List<GeneratedProject> some(Predicate<GeneratedProject> which, int most) {
        return projects.stream().filter(which).limit(most).toList();
    }

    /** Euros that the grants need. */
    long granted() {
        return projects.stream()
                .filter(project -> project.booked == Booked.GRANT)
                .mapToLong(project -> project.amount)
                .sum();
    }

    /** Through the API: the projects, their relations, changes of some, and the money. */
    void enter(Cycle cycle) {
        each(
                project -> true,
                project -> project.id = PROGRAMME_OFFICER
                        .post("/v1/projects", project.json(project.booked == Booked.GRANT ? cycle.action() : null))
                        .expect(201)
                        .id());
        enterStatuses();
        each(
                project -> project.umbrella != null,
                project -> PROGRAMME_OFFICER
                        .post(
                                "/v1/projects/" + project.id + "/relations",
                                "{\"type\": \"PART_OF\", \"projectId\": \"%s\"}"
                                        .formatted(Objects.requireNonNull(project.umbrella).id))
                        .expect(201));
        each(project -> Math.floorMod(project.reference.hashCode(), 7) == 0, GeneratedProjects::amend);
        each(project -> project.booked.isOfThePast(), GeneratedProjects::enterThePast);
        each(project -> project.booked == Booked.GRANT, project -> grant(project, cycle));
    }

    /** All are of the past, and no source says where they stand. */
    private void enterStatuses() {
        for (int from = 0; from < projects.size(); from += ROWS_OF_A_REQUEST) {
            enterStatuses(projects.subList(from, Math.min(projects.size(), from + ROWS_OF_A_REQUEST)));
        }
    }

    private static void enterStatuses(List<GeneratedProject> some) {
        String rows = some.stream()
                .map(project -> "{\"projectId\": \"%s\", \"status\": \"UNKNOWN\", \"reason\": \"Generated\"}"
                        .formatted(project.id))
                .collect(Collectors.joining(", "));
        String asked = Api.as("archivist-a")
                .post("/v1/historical-statuses", "{\"projects\": [%s]}".formatted(rows))
                .expect(202)
                .id();
        Api.as("archivist-b")
                .post("/v1/historical-statuses/" + asked + "/confirm", "{}")
                .expect(200);
    }

    private static void amend(GeneratedProject project) {
        project.countries = List.of(new Share("AM", 10));
        String etag =
                PROGRAMME_OFFICER.get("/v1/projects/" + project.id).expect(200).etag();
        PROGRAMME_OFFICER
                .patch("/v1/projects/" + project.id, "{\"countries\": %s}".formatted(project.countriesJson()), etag)
                .expect(200);
    }

    private static void enterThePast(GeneratedProject project) {
        String on = switch (project.booked) {
            case ON_A_DAY -> "\"effectiveOn\": \"2009-02-01\",";
            case IN_A_YEAR -> "\"effectiveOn\": \"2008\",";
            case UNDATED, NOTHING, GRANT -> "";
        };
        String past = """
                {"movements": [{"projectId": "%s", "reference": "HC %s", %s
                 "amount": {"amount": "%d.00", "currency": "EUR"}, "reason": "As printed",
                 "source": {"document": "Generated"}}]}
                """.formatted(project.id, project.reference, on, project.amount);
        AtomicReference<String> asked = new AtomicReference<>("");
        Cycle.eventually(() -> {
            Api.Answer answer = Api.as("archivist-a").post("/v1/historical-commitments", past);
            asked.set(answer.text("/id"));
            return answer.status() == 202;
        });
        Cycle.confirm(Api.as("archivist-b"), asked.get());
    }

    private static void grant(GeneratedProject project, Cycle cycle) {
        commit("""
                {"projectId": "%s", "kind": "INDIVIDUAL", "reference": "G %s", "effectiveOn": "2010-12-20",
                 "actionId": "%s", "amount": {"amount": "%d.00", "currency": "EUR"}, "reason": "Grant signed"}
                """.formatted(project.id, project.reference, cycle.action(), project.amount));
        String commitment = cycle.commitmentOf(project.id);
        if (project.paidQuarters > 0) {
            cycle.pay(commitment, GeneratedProject.euros(25 * project.amount * project.paidQuarters));
        }
        if (project.givenBackQuarters > 0) {
            FINANCE_OFFICER
                    .post("/v1/commitments/" + commitment + "/decommit", """
                            {"amount": {"amount": "%s", "currency": "EUR"}, "effectiveOn": "2011-03-02",
                             "reason": "Less was needed"}
                            """.formatted(
                                    GeneratedProject.euros(25 * project.amount * project.givenBackQuarters)))
                    .expect(200);
        }
    }

    /** The books may hear of a project a moment later. */
    private static void commit(String body) {
        Cycle.eventually(
                () -> Api.as("finance-officer-b").post("/v1/commitments", body).status() == 201);
    }

    private void each(Predicate<GeneratedProject> which, Consumer<GeneratedProject> task) {
        try (ExecutorService workers = Executors.newFixedThreadPool(WORKERS)) {
            List<Future<?>> done = new ArrayList<>();
            projects.stream().filter(which).forEach(project -> done.add(workers.submit(() -> task.accept(project))));
            for (Future<?> each : done) {
                each.get();
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
