package org.isthmus.kit.erasure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import javax.sql.DataSource;
import org.isthmus.kit.Ids;
import org.isthmus.kit.access.Caller;
import org.isthmus.kit.http.BodyCheck;
import org.isthmus.kit.http.Preconditions;
import org.isthmus.kit.query.Query;
import org.isthmus.kit.query.Row;
import org.isthmus.kit.rules.Fault;
import org.isthmus.kit.rules.Refusal;
import org.isthmus.kit.store.Store;
import org.jspecify.annotations.Nullable;

/**
 * Takes texts out of everything that holds them: the versions themselves, the audit log, stored events and stored answers,
 * and what rooms keep beside. One person asks for it, a second one has it done.
 */
@ApplicationScoped
class Erasures {

    private static final String FIND = "select * from erasure where id = ?";

    private final DataSource database;
    private final Store store;
    private final Instance<ErasableTexts> rooms;
    private final Preconditions preconditions;
    private final Caller caller;
    private final Clock clock;

    Erasures(
            DataSource database,
            Store store,
            @Any Instance<ErasableTexts> rooms,
            Preconditions preconditions,
            Caller caller,
            Clock clock) {
        this.database = database;
        this.store = store;
        this.rooms = rooms;
        this.preconditions = preconditions;
        this.caller = caller;
        this.clock = clock;
    }

    @Produces
    BodyCheck<ErasureRequest> meaning() {
        return new BodyCheck<>(ErasureRequest.class, this::checkKnown);
    }

    ErasureView request(ErasureRequest asked) {
        UUID id = Ids.next();
        Integer last = asked.first() == null ? null : Integer.valueOf(asked.lastOr(asked.first()));
        checkKnown(asked);
        checkVersions(asked.thing(), asked.first(), last);
        Query.of("""
                        insert into erasure (id, thing, first, last, reason, requested_by, requested_at)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """, id, asked.thing(), asked.first(), last, asked.reason(), caller.name(), now())
                .execute(database);
        return find(id);
    }

    ErasureView confirm(UUID id) {
        Query.of("select id from erasure where id = ? for update", id).first(database, row -> row.uuid("id"));
        ErasureView asked = find(id);
        preconditions.check(asked.version());
        if (asked.status() == ErasureView.Status.DONE) {
            throw Refusal.conflict("already-erased", "It was erased on %s".formatted(asked.confirmedAt()));
        }
        String table = checkVersions(asked.thing(), asked.first(), asked.last());
        Set<String> others = new TreeSet<>();
        int versions = 0;
        int events = 0;
        if (table != null && asked.first() != null && asked.last() != null) {
            refuseUnsent(asked.thing(), asked.first(), asked.last());
            for (ErasableTexts room : rooms) {
                room.erase(asked.thing(), asked.first(), asked.last()).forEach(other -> others.add(other.toString()));
            }
            versions = count("erase_versions(?, ?, ?, ?)", table, asked.thing(), asked.first(), asked.last());
            events = count("erase_events(?, ?, ?)", asked.thing(), asked.first(), asked.last());
        }
        int lines = eraseAudit(asked.thing(), asked.first(), asked.last(), List.copyOf(others));
        if (asked.first() == null) {
            List<UUID> askedOf = rooms.stream()
                    .flatMap(room -> room.erase(asked.thing()).stream())
                    .toList();
            for (UUID thing : askedOf) {
                lines += eraseAudit(thing, 0, 0, List.of(asked.thing().toString()));
            }
        }
        others.add(asked.thing().toString());
        Query.of("update idempotency_key set answer = '{}' where answer ~ ?", String.join("|", others))
                .execute(database);
        Query.of("""
                        update erasure set confirmed_by = ?, confirmed_at = ?, versions = ?, lines = ?, events = ?
                         where id = ?
                        """, caller.name(), now(), versions, lines, events, id).execute(database);
        return find(id);
    }

    /** Where one names versions, there has to be such a thing; else the audit log may hold what is no more. */
    private void checkKnown(ErasureRequest asked) {
        UUID thing = asked.thing();
        if (thing == null || store.tableOf(thing).isPresent()) { // null where it could not be read
            return;
        }
        boolean isKnown = asked.first() == null
                && (rooms.stream().anyMatch(room -> room.has(thing))
                        || Query.of("select exists (select from audit where object = ?) as known", thing.toString())
                                .only(database, row -> row.flag("known")));
        if (!isKnown) {
            throw unknown("/thing", "thing-unknown", "There is nothing with the id %s.".formatted(thing));
        }
    }

    /** The table of the thing where versions of it are named: 400 where there are none, 409 where one is still read. */
    private @Nullable String checkVersions(UUID thing, @Nullable Integer first, @Nullable Integer last) {
        String table = store.tableOf(thing).orElse(null);
        if (first == null || table == null) {
            return null;
        }
        List<Boolean> withdrawn = Query.of(
                        "select withdrawn_at is not null as withdrawn from %s_history where id = ? and version between ? and ?"
                                .formatted(table),
                        thing,
                        first,
                        last)
                .list(database, row -> row.flag("withdrawn"));
        if (withdrawn.isEmpty()) {
            throw unknown("/first", "version-unknown", "There is no former version %d to %d.".formatted(first, last));
        }
        if (withdrawn.contains(false)) {
            throw Refusal.conflict(
                    "version-not-withdrawn", "What is erased was withdrawn before: withdraw the versions first");
        }
        return table;
    }

    /** What is not sent yet can't be emptied. */
    private void refuseUnsent(UUID thing, int first, int last) {
        boolean isWaiting = Query.of("""
                        select exists (select from outbox o cross join outbox_relay r
                                         left join outbox_number n on n.position = o.position and n.number <= r.sent
                                        where o.key = ? and o.version between ? and ? and n.number is null) as waiting
                        """, thing, first, last).only(database, row -> row.flag("waiting"));
        if (isWaiting) {
            throw Refusal.conflict(
                    "events-not-sent",
                    "Events that tell of these versions are not sent yet: confirm it a little later");
        }
    }

    private static Refusal unknown(String pointer, String code, String detail) {
        return new Refusal(Refusal.Kind.INVALID, code, detail, List.of(Fault.at(pointer, code, detail)));
    }

    private int eraseAudit(UUID thing, @Nullable Integer first, @Nullable Integer last, List<String> others) {
        return count("erase_audit(?, cast(? as int), cast(? as int), ?)", thing.toString(), first, last, others);
    }

    private int count(String function, @Nullable Object... arguments) {
        return Query.of("select %s as erased".formatted(function), arguments)
                .only(database, row -> row.integer("erased"));
    }

    ErasureView find(UUID id) {
        return Query.of(FIND, id)
                .first(database, Erasures::view)
                .orElseThrow(() -> Refusal.notFound("erasure-unknown", "There is no erasure %s".formatted(id)));
    }

    private static ErasureView view(Row row) {
        boolean isDone = row.findText("confirmed_by") != null;
        return new ErasureView(
                row.uuid("id"),
                isDone ? 2 : 1,
                isDone ? ErasureView.Status.DONE : ErasureView.Status.REQUESTED,
                row.uuid("thing"),
                row.findInteger("first"),
                row.findInteger("last"),
                row.text("reason"),
                row.text("requested_by"),
                row.instant("requested_at"),
                row.findText("confirmed_by"),
                row.findInstant("confirmed_at"),
                row.findInteger("versions"),
                row.findInteger("lines"),
                row.findInteger("events"));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
