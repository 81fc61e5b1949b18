package org.isthmus.stack;

import static org.isthmus.stack.Cycle.FINANCE_OFFICER;
import static org.isthmus.stack.Cycle.PROGRAMME_OFFICER;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Projects with umbrellas three deep, shares, unknowns and amendments, and what follows from them by a sum of its own.
 *
 * <p>Amounts are whole hundreds and shares whole tenths, so that nothing depends on how cents are split.
 */
final class GeneratedProjects {

    static final String NONE = "none";

    private static final List<String> COUNTRIES = List.of("MD", "UA", "GE", "MA", "SN", "PH");
    private static final List<String> STRANDS = List.of("migration-development", "labour-migration", "asylum");
    private static final int WORKERS = 8;

    /** One of them; an amount of 0 stands for one that nobody knows. */
    private static final class Node {
        final String reference;
        final @Nullable Node umbrella;
        final long amount;
        final List<Node> parts = new ArrayList<>();
        List<Share> countries;
        final List<Share> strands;
        String id = "";
        boolean hasMoney;

        Node(String reference, @Nullable Node umbrella, long amount, List<Share> countries, List<Share> strands) {
            this.reference = reference;
            this.umbrella = umbrella;
            this.amount = amount;
            this.countries = countries;
            this.strands = strands;
            if (umbrella != null) {
                umbrella.parts.add(this);
            }
        }

        /** What is its own, beside what its parts know. */
        long remainder() {
            return amount - parts.stream().mapToLong(part -> part.amount).sum();
        }
    }

    /** Tenths of the whole; 0 where no source gives it. */
    private record Share(String code, int tenths) {}

    private final Random chance;
    private final List<String> strands;
    private final String mark;
    private final List<Node> nodes = new ArrayList<>();

    GeneratedProjects(int size, long seed, List<String> strands) {
        this.chance = new Random(seed);
        this.strands = strands.isEmpty() ? STRANDS : strands;
        this.mark = "GEN" + Long.toString(System.nanoTime(), 36).toUpperCase(java.util.Locale.ROOT);
        while (nodes.size() < size) {
            Node umbrella = node(null, 100L * (1 + chance.nextInt(9_000)));
            for (int i = chance.nextInt(5); i > 0; i--) {
                Node part = node(umbrella, share(umbrella));
                for (int j = part.amount == 0 ? 0 : chance.nextInt(4); j > 0; j--) {
                    node(part, share(part));
                }
            }
        }
    }

    private static Node whole(Node part) {
        return Objects.requireNonNull(part.umbrella);
    }

    private long share(Node umbrella) {
        return chance.nextInt(6) == 0 ? 0 : umbrella.remainder() / 100 * chance.nextInt(10) / 10 * 100;
    }

    private Node node(@Nullable Node umbrella, long amount) {
        Node node = new Node(mark + "-" + nodes.size(), umbrella, amount, shares(COUNTRIES), shares(strands));
        nodes.add(node);
        return node;
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

    int size() {
        return nodes.size();
    }

    /** Through the API: the projects, their relations, some commitments of the past, and changes of some. */
    void enter() {
        each(
                nodes,
                node -> node.id = PROGRAMME_OFFICER
                        .post("/v1/projects", json(node))
                        .expect(201)
                        .id());
        each(
                nodes.stream().filter(node -> node.umbrella != null).toList(),
                node -> PROGRAMME_OFFICER
                        .post(
                                "/v1/projects/" + node.id + "/relations",
                                "{\"type\": \"PART_OF\", \"projectId\": \"%s\"}".formatted(whole(node).id))
                        .expect(201));
        each(
                nodes.stream()
                        .filter(node -> Math.floorMod(node.reference.hashCode(), 7) == 0)
                        .toList(),
                this::amend);
        List<Node> paying = nodes.stream()
                .filter(node -> node.parts.isEmpty() && node.amount > 0)
                .limit(200)
                .toList();
        each(paying, this::commit);
    }

    private void amend(Node node) {
        node.countries = List.of(new Share("AM", 10));
        String etag =
                PROGRAMME_OFFICER.get("/v1/projects/" + node.id).expect(200).etag();
        PROGRAMME_OFFICER
                .patch("/v1/projects/" + node.id, "{\"countries\": %s}".formatted(countries(node)), etag)
                .expect(200);
    }

    private void commit(Node node) {
        node.hasMoney = true;
        Cycle.eventually(() -> FINANCE_OFFICER
                        .post("/v1/commitments", """
                {"projectId": "%s", "kind": "HISTORICAL", "reference": "HC %s", "effectiveOn": "2009-02-01",
                 "amount": {"amount": "%d.00", "currency": "EUR"}, "reason": "As printed",
                 "source": {"document": "Generated"}}
                """.formatted(node.id, node.reference, node.amount))
                        .status()
                == 201);
    }

    /** Contribution by code; {@link #NONE} for what is not attributed. */
    Map<String, Long> contribution(boolean byCountry) {
        Map<String, Long> sums = new HashMap<>();
        nodes.stream()
                .filter(node -> node.amount > 0)
                .forEach(node -> add(sums, byCountry ? node.countries : byStrand(node), node.remainder()));
        return sums;
    }

    /** Committed by code. */
    Map<String, Long> committed(boolean byCountry) {
        Map<String, Long> sums = new HashMap<>();
        nodes.stream()
                .filter(node -> node.hasMoney)
                .forEach(node -> add(sums, byCountry ? node.countries : byStrand(node), node.amount));
        return sums;
    }

    /** Of several strands without shares the first is the main one, and has all. */
    private static List<Share> byStrand(Node node) {
        return node.strands.stream().allMatch(share -> share.tenths() == 0)
                ? node.strands.stream()
                        .limit(1)
                        .map(share -> new Share(share.code(), 10))
                        .toList()
                : node.strands;
    }

    private static void add(Map<String, Long> sums, List<Share> shares, long amount) {
        long left = amount;
        for (Share share : shares) {
            sums.merge(share.code(), amount / 10 * share.tenths(), Long::sum);
            left -= amount / 10 * share.tenths();
        }
        sums.merge(NONE, left, Long::sum);
    }

    /** How many name each country; {@link #NONE} for those that name none. */
    Map<String, Long> projectsByCountry() {
        Map<String, Long> counts = new HashMap<>();
        for (Node node : nodes) {
            node.countries.forEach(share -> counts.merge(share.code(), 1L, Long::sum));
            if (node.countries.isEmpty()) {
                counts.merge(NONE, 1L, Long::sum);
            }
        }
        return counts;
    }

    /** What is printed, whether counted elsewhere or not. */
    long printed() {
        return nodes.stream().mapToLong(node -> node.amount).sum();
    }

    long counted() {
        return nodes.stream()
                .filter(node -> node.umbrella == null)
                .mapToLong(node -> node.amount)
                .sum();
    }

    private static String json(Node node) {
        String contribution = node.amount == 0 ? "" : """
                "contribution": {"label": "EC contribution", "figures": [{"amount": {"amount": "%d.00", "currency": "EUR"},
                  "current": true, "source": {"document": "Generated"}}]},
                """.formatted(node.amount);
        return """
                {"reference": "%s", "title": {"en": "%s"}, "programmeCode": "THEMATIC-MIGR", %s
                 "countries": %s, "strands": %s,
                 "regions": [], "organisations": [], "objectives": [], "results": [], "sources": [{"document": "Generated"}],
                 "historicalStatus": {"status": "UNKNOWN", "reason": "Generated"}}
                """.formatted(node.reference, node.reference, contribution, countries(node), shares(node.strands, ""));
    }

    private static String countries(Node node) {
        return shares(node.countries, ", \"role\": \"BENEFICIARY\"");
    }

    private static String shares(List<Share> shares, String more) {
        return shares.stream()
                .map(share -> "{\"code\": \"%s\"%s%s}"
                        .formatted(
                                share.code(),
                                share.tenths() == 0 ? "" : ", \"share\": \"%d.0000\"".formatted(10 * share.tenths()),
                                more))
                .toList()
                .toString();
    }

    private static void each(List<Node> nodes, Consumer<Node> task) {
        try (ExecutorService workers = Executors.newFixedThreadPool(WORKERS)) {
            List<Future<?>> done = new ArrayList<>();
            nodes.forEach(node -> done.add(workers.submit(() -> task.accept(node))));
            for (Future<?> each : done) {
                each.get();
            }
        } catch (InterruptedException | java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
