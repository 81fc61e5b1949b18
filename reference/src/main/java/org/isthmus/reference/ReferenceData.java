package org.isthmus.reference;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * The real programmes with their countries, papers, organisations, projects and commitments, as public documents tell
 * them.
 *
 * <p>Loading adds what is missing and never changes what is there: it may be repeated, and goes on where it was
 * interrupted. Projects are published at the end, when all of it is there.
 */
public final class ReferenceData {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private ReferenceData() {}

    /** What was added, related or published, and what had been there. */
    public record Summary(int added, int there) {}

    /**
     * Loads what is missing: the access token of a role is asked for by the role's name; progress is one line for each
     * list that something was added to, and one at the end.
     *
     * @throws NotLoaded with one sentence that names the file, the record and the answer
     */
    public static Summary load(URI gateway, UnaryOperator<String> tokens, Consumer<String> progress) {
        return load(gateway, tokens, progress, PATIENCE);
    }

    static Summary load(URI gateway, UnaryOperator<String> tokens, Consumer<String> progress, Duration patience) {
        long begun = System.nanoTime();
        Tally tally = new Tally();
        try (Api api = new Api(gateway, tokens, patience)) {
            load(api, tally, progress);
        }
        progress.accept(
                tally.added() == 0
                        ? "Reference data: all is there, nothing to do."
                        : "Reference data: loaded in %.1f s.".formatted((System.nanoTime() - begun) / 1e9));
        return new Summary(tally.added(), tally.there());
    }

    private static void load(Api api, Tally tally, Consumer<String> progress) {
        Loaded loaded = Loaded.of(api);
        FillCollection collections = new FillCollection(api, loaded, tally);
        for (Collection collection : Collection.values()) {
            List<SeedRecord> seeds = Shipped.of(collection);
            Runnable fill = collection == Collection.COMMITMENTS
                    ? () -> new EnterHistoricalCommitments(api, loaded, tally, collections).enter(seeds)
                    : () -> collections.fill(collection, seeds);
            step(collection.words(), tally, progress, fill);
            if (collection == Collection.PROJECTS) {
                EnterHistoricalStatuses statuses = new EnterHistoricalStatuses(api, loaded, tally);
                step("historical statuses", tally, progress, () -> statuses.enter(seeds));
            }
        }
        FinishProjects projects = new FinishProjects(api, loaded, tally);
        step("relations", tally, progress, () -> Workers.each(Shipped.relations(), projects::relate));
        step("published", tally, progress, () -> Workers.each(Shipped.of(Collection.PROJECTS), projects::publish));
    }

    private static void step(String words, Tally tally, Consumer<String> progress, Runnable task) {
        int before = tally.added();
        task.run();
        if (tally.added() > before) {
            progress.accept("  %-22s %4d".formatted(words, tally.added() - before));
        }
    }
}
