package org.isthmus.kit.commands;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import org.isthmus.kit.Ids;
import org.isthmus.kit.access.Caller;
import org.isthmus.kit.access.Policy;
import org.isthmus.kit.http.RequestNotes;
import org.isthmus.kit.http.Traces;
import org.isthmus.kit.query.Query;
import org.isthmus.kit.query.Row;
import org.isthmus.kit.rules.Refusal;
import org.isthmus.kit.values.Delegated;
import org.jspecify.annotations.Nullable;

/**
 * Who did one step on a thing, or on what it draws on, can't do the next.
 *
 * <p>A service says in {@code four-eyes.properties} which steps each operation follows: {@code authorisePayment =
 * requestPayment} keeps whoever requested a payment from authorising it. Rooms note what an operation draws on
 * ({@link RequestNotes#drawnOn}) and on what else it is a step ({@link RequestNotes#concerned}); all else is done here,
 * around every {@link Write}. A step that follows another one is a person's: a token that names none is refused.
 */
@ApplicationScoped
public class FourEyes {

    private static final String FILE = "four-eyes.properties";

    /** An act is a step on all that it concerned, and so are the steps on what it was about. */
    private static final String EARLIER = """
            select distinct s.operation, s.person from step s
             where s.operation = any (?)
               and s.thing in (select unnest(?) union select about from step where thing = any (?))
            """;

    private final DataSource database;
    private final CurrentRequest request;
    private final RequestNotes notes;
    private final Caller caller;
    private final Traces traces;
    private final Clock clock;
    private final Map<String, Set<String>> followed = read();
    private final Set<String> kept = new HashSet<>(followed.keySet());

    FourEyes(
            DataSource database,
            CurrentRequest request,
            RequestNotes notes,
            Caller caller,
            Traces traces,
            Clock clock) {
        this.database = database;
        this.request = request;
        this.notes = notes;
        this.caller = caller;
        this.traces = traces;
        this.clock = clock;
        followed.values().forEach(kept::addAll);
    }

    /** The steps that each operation follows; also for code that runs without a container. */
    public static Map<String, Set<String>> read() {
        return new TreeMap<>(Policy.read(FILE));
    }

    /** Refused where the person took a step before on the thing that the address names. */
    void check() {
        String operation = notes.operation();
        Set<String> steps = followed.getOrDefault(operation, Set.of());
        UUID about = about(null);
        if (about != null && !steps.isEmpty()) {
            refuse(
                    operation,
                    Query.of(EARLIER, steps, List.of(about), List.of(about)).list(database, Taken::of));
        }
    }

    /** The operation that was carried out is a step: refused where its person took one before it, else kept. */
    void take(@Nullable Object answer) {
        String operation = notes.operation();
        if (kept.contains(operation)) {
            UUID about = about(answer);
            refuse(operation, keep(operation, about == null ? Ids.next() : about));
        }
    }

    private @Nullable UUID about(@Nullable Object answer) {
        String object = request.object(answer);
        return object == null ? null : UUID.fromString(object);
    }

    /** A step that was taken before, by whom as far as its token said. */
    private record Taken(String operation, @Nullable String person) {

        static Taken of(Row row) {
            return new Taken(row.text("operation"), row.findText("person"));
        }
    }

    /** Keeps the step and answers those that it follows, in one statement: it does not see itself. */
    private List<Taken> keep(String operation, UUID about) {
        Set<UUID> drawnOn = with(about, notes.drawnOn());
        return Query.of(
                        """
                        with kept as (
                            insert into step (thing, about, operation, person, on_behalf_of, caller, request_id, at)
                            select unnest(?), ?, ?, cast(? as text), cast(? as text), ?, ?, cast(? as timestamptz))
                        """,
                        with(about, notes.concerned()),
                        about,
                        operation,
                        caller.person().orElse(null),
                        notes.delegated().map(Delegated::onBehalfOf).orElse(null),
                        caller.name(),
                        traces.current().requestId(),
                        clock.instant())
                .add(EARLIER, followed.getOrDefault(operation, Set.of()), drawnOn, drawnOn)
                .list(database, Taken::of);
    }

    private static Set<UUID> with(UUID about, Set<UUID> noted) {
        Set<UUID> things = new HashSet<>(noted);
        things.add(about);
        return things;
    }

    private void refuse(String operation, List<Taken> earlier) {
        if (earlier.isEmpty()) {
            return;
        }
        String person = caller.person()
                .orElseThrow(() -> Refusal.forbidden(
                        "person-unknown",
                        "%s follows what another person did, and this token names no person.".formatted(operation)));
        earlier.stream()
                .filter(step -> person.equals(step.person()))
                .findFirst()
                .ifPresent(step -> {
                    throw Refusal.forbidden(
                            "same-person",
                            "Who does %s can't do %s too: %s did both."
                                    .formatted(step.operation(), operation, caller.name()));
                });
    }
}
