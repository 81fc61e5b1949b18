package org.isthmus.kit.store;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.isthmus.kit.access.Audience;
import org.isthmus.kit.access.BoundedReads;
import org.isthmus.kit.http.Json;
import org.isthmus.kit.lists.Past;
import org.isthmus.kit.lists.ViewTable;
import org.isthmus.kit.query.Query;
import org.isthmus.kit.query.Row;

/**
 * The rows of {@link ViewTable}s: the present one of each thing, and in a table of their own all that stood before it.
 *
 * <p>A present row is overwritten in place, so a change moves no row through indexes that it does not touch. What stood
 * before is only ever added.
 */
@ApplicationScoped
public class Views {

    private static final int ROWS_OF_A_STATEMENT = 200;

    private static final String WITHDRAWN = ", 'withdrawn', case when withdrawn_at is not null then json_build_object("
            + "'at', to_char(withdrawn_at at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"'),"
            + " 'ground', withdrawn_for";

    private final DataSource database;
    private final ObjectMapper json;
    private final Clock clock;
    private final Audience audience;
    private final BoundedReads reads;

    Views(DataSource database, ObjectMapper json, Clock clock, Audience audience, BoundedReads reads) {
        this.reads = reads;
        this.database = database;
        this.json = json;
        this.clock = clock;
        this.audience = audience;
    }

    /** A version of a thing, what its columns are taken from, and its representation. */
    public record Version<A>(UUID id, int number, A of, Object body) {}

    /** A stored representation, with what its answer's headers need. */
    public record Stored(int version, int copies, Instant recordedAt, String body) {}

    /**
     * Stores new versions, in the transaction that made them; those before move to the history.
     *
     * @return those that were new, each with whether everybody may see it, or could before; one that is there already, and
     *     says the same, changes nothing
     */
    @Transactional(TxType.MANDATORY)
    public <A> Map<UUID, Boolean> put(ViewTable<A> table, List<Version<A>> versions) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Map<UUID, Boolean> written = new HashMap<>();
        for (int from = 0; from < versions.size(); from += ROWS_OF_A_STATEMENT) {
            List<Version<A>> some = versions.subList(from, Math.min(versions.size(), from + ROWS_OF_A_STATEMENT));
            new ViewWrite<>(table, json)
                    .put(some, now)
                    .list(database, row -> written.put(row.uuid("id"), row.flag("shown")));
        }
        versions.stream()
                .filter(version -> !written.containsKey(version.id()))
                .forEach(same -> refuseOther(table, same));
        return written;
    }

    /** Ends the present rows without new ones: they leave the present lists, their past stays readable. */
    @Transactional(TxType.MANDATORY)
    public void retire(ViewTable<?> table, Collection<UUID> ids) {
        if (!ids.isEmpty()) {
            Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            new ViewWrite<>(table, json).retire(ids, now).execute(database);
        }
    }

    /** A version never changes: a room that says something else under the same number has a bug. */
    private <A> void refuseOther(ViewTable<A> table, Version<A> given) {
        String stored = Query.of(
                        "select body from %s where id = ? and version = ?".formatted(table.relation()),
                        given.id(),
                        given.number())
                .first(database, row -> row.text("body"))
                .orElse("null");
        // as trees: a text that comes back from the database may name its languages in another order
        if (!Json.read(json, stored).equals(Json.read(json, Json.write(json, given.body())))) {
            throw new IllegalStateException("version %d of %s in %s says something else"
                    .formatted(given.number(), given.id(), table.relation()));
        }
    }

    /**
     * Says who may see things of a table that is {@code shownByOthers}, in the past too. They are held until the
     * transaction ends before it is asked, so that of two answers the later one stands.
     *
     * @param arePublic those of the ids that everybody may see
     */
    @Transactional(TxType.MANDATORY)
    public void show(ViewTable<?> table, Collection<UUID> ids, Function<List<UUID>, Set<UUID>> arePublic) {
        List<UUID> held = Query.of(
                        "select id from %s where id = any (cast(? as uuid[])) order by id for update"
                                .formatted(table.relation()),
                        List.copyOf(ids))
                .list(database, row -> row.uuid("id"));
        Set<UUID> everybodys = held.isEmpty() ? Set.of() : arePublic.apply(held);
        for (String rows : List.of(table.relation(), table.history())) {
            Query.of(
                            "update %s set visible = not visible where id = any (cast(? as uuid[])) and visible <> (id = any (cast(? as uuid[])))"
                                    .formatted(rows),
                            held,
                            List.copyOf(everybodys))
                    .execute(database);
        }
    }

    /** What the caller may see of one thing: now, or as it was recorded. */
    public Optional<Stored> find(ViewTable<?> table, UUID id, Past past) {
        return find(table, table.effective().rows(table.relation(), past), id, past);
    }

    /** The same, from a relation that depends on what is asked. */
    public Optional<Stored> find(ViewTable<?> table, Query relation, UUID id, Past past) {
        Query day = past.effectiveOn() == null
                ? new Query()
                : Query.of(" and ").add(table.effective().mayCount(past.effectiveOn()));
        Instant at = past.recordedBy();
        Query present = columns(table, past.at(), relation)
                .add(" id = ? and ", id)
                .add(readers(table))
                .add(day);
        if (at != null && !table.effective().isWorkedOut(past)) {
            present.add(" and recorded_at <= ?", at);
            if (!table.history().isEmpty()) {
                present.add(" union all ")
                        .add(columns(table, past.at(), Query.of(table.history())))
                        .add(" id = ? and ", id)
                        .add(formerReaders(table))
                        .add(day)
                        .add(" and withdrawn_at is null and recorded_at <= ? and superseded_at > ?", at, at);
            }
        }
        return reads.single(() -> present.first(database, Views::stored));
    }

    /** One version by its number, with the copies that stood beside it at its end. */
    public Optional<Stored> find(ViewTable<?> table, UUID id, int version) {
        Query one = columns(table, Past.PRESENT.at(), Query.of(table.relation()))
                .add(" id = ? and version = ? and ", id, version)
                .add(readers(table))
                .add(" union all ")
                .add(columns(table, Query.of("superseded_at"), Query.of(table.history())))
                .add(" id = ? and version = ? and withdrawn_at is null and ", id, version)
                .add(formerReaders(table));
        return reads.single(() -> one.first(database, Views::stored));
    }

    /** A scalar expression: one version as the caller reads it, with the copies of now, whether it stands or has stood. */
    Query version(ViewTable<?> table, UUID id, int version) {
        Query rows = version(table, table.relation(), id, version);
        if (!table.history().isEmpty()) {
            rows.add(" union all ").add(version(table, table.history(), id, version));
        }
        return Query.of("(").add(rows).add(" limit 1)");
    }

    private Query version(ViewTable<?> table, String rows, UUID id, int version) {
        return Query.of("select cast(")
                .add(table.body(audience.isOfficial(), Past.PRESENT.at()))
                .add(" as text) from %s where id = ? and version = ?".formatted(rows), id, version);
    }

    /** All versions that the caller may see, as JSON: which, from when to when, where to read them. */
    public Optional<String> versions(ViewTable<?> table, UUID id) {
        StringBuilder separated = new StringBuilder();
        StringBuilder shown = new StringBuilder();
        table.versionColumns().stream()
                .filter(column -> audience.isOfficial() || !column.isOfficial())
                .forEach(column -> {
                    separated.append(", ").append(column.column().name());
                    shown.append(", '%s', %s"
                            .formatted(column.shownAs(), column.column().name()));
                });
        Query all = Query.of("select cast(json_agg(json_strip_nulls(json_build_object('version', version,"
                        + " 'recordedAt', to_char(recorded_at at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"'),"
                        + " 'supersededAt', to_char(superseded_at at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"'),"
                        + " 'link', '%s/' || id || '/versions/' || version".formatted(table.path())
                        + shown
                        + WITHDRAWN
                        + (audience.isOfficial() ? ", 'reason', withdrawn_reason" : "")
                        + ") end)) order by version) as text) as items from (")
                .add("""
                        select id, version, recorded_at, cast(null as timestamptz) as superseded_at,
                               cast(null as timestamptz) as withdrawn_at, '' as withdrawn_for, '' as withdrawn_reason%s
                          from %s where id = ? and\s
                        """.formatted(separated, table.relation()), id)
                .add(readers(table))
                .add("""
                         union all
                        select id, version, recorded_at, superseded_at, withdrawn_at, withdrawn_for, withdrawn_reason%s
                          from %s where id = ? and\s
                        """.formatted(separated, table.history()), id)
                .add(formerReaders(table))
                .add(") v");
        return reads.single(() -> all.list(database, row -> String.valueOf(row.findText("items")))).stream()
                .filter(items -> !items.equals("null"))
                .findFirst();
    }

    private Query readers(ViewTable<?> table) {
        return audience.rows(table.owners()).condition();
    }

    /** Who may see what stood before is decided by what stands. */
    Query formerReaders(ViewTable<?> table) {
        return audience.rows(table.owners()).inPast(table.relation()).condition();
    }

    private Query columns(ViewTable<?> table, Query at, Query rows) {
        return Query.of("select version, ")
                .add(table.copies().version(at, audience.isOfficial()))
                .add(" as copies, ")
                .add(table.copies().recordedAt(at, audience.isOfficial()))
                .add(" as shown_at, ")
                .add(table.body(audience.isOfficial(), at))
                .add(" as body from ")
                .add(rows)
                .add(" where");
    }

    private static Stored stored(Row row) {
        return new Stored(row.integer("version"), row.integer("copies"), row.instant("shown_at"), row.text("body"));
    }
}
