package org.isthmus.kit.store;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.isthmus.kit.events.Outbox;
import org.isthmus.kit.http.MergePatch;
import org.isthmus.kit.http.Preconditions;
import org.isthmus.kit.http.RequestNotes;
import org.isthmus.kit.lists.Lists;
import org.isthmus.kit.lists.ViewTable;
import org.isthmus.kit.query.Query;
import org.jspecify.annotations.Nullable;

/** Where {@link Aggregates} come from, and all that they need. */
@ApplicationScoped
public class Store {

    private final DataSource database;
    private final Views views;
    private final Withdrawals withdrawals;
    private final Lists lists;
    private final Outbox outbox;
    private final MergePatch patches;
    private final RequestNotes notes;
    private final Clock clock;
    private final ZoneId zone;
    private final UriInfo uri;
    private final Preconditions preconditions;
    private final Map<String, Aggregates<?, ?>> written = new ConcurrentHashMap<>();
    private final Map<String, Reading<?>> read = new ConcurrentHashMap<>();

    Store(
            DataSource database,
            Views views,
            Withdrawals withdrawals,
            Lists lists,
            Outbox outbox,
            MergePatch patches,
            RequestNotes notes,
            Clock clock,
            @ConfigProperty(name = "isthmus.zone") ZoneId zone,
            UriInfo uri,
            Preconditions preconditions) {
        this.database = database;
        this.views = views;
        this.withdrawals = withdrawals;
        this.lists = lists;
        this.outbox = outbox;
        this.patches = patches;
        this.notes = notes;
        this.clock = clock;
        this.zone = zone;
        this.uri = uri;
        this.preconditions = preconditions;
    }

    public <A extends Aggregate, V> Aggregates<A, V> aggregates(
            PanacheRepositoryBase<A, UUID> repository, ViewTable<A> table, Function<A, V> view) {
        return new Aggregates<>(this, repository, table, view);
    }

    /** For representations that a room keeps beside those of its aggregate. */
    public <A> Reading<A> reading(ViewTable<A> table) {
        return new Reading<>(this, table);
    }

    void write(String path, Aggregates<?, ?> aggregates) {
        written.put(path, aggregates);
    }

    /** Those whose list is at this path, where people write them. */
    @Nullable
    Aggregates<?, ?> writtenAt(String path) {
        return written.get(path);
    }

    void read(String path, Reading<?> reading) {
        read.put(path, reading);
    }

    /** How the things are read whose list is at this path. */
    @Nullable
    Reading<?> readAt(String path) {
        return read.get(path);
    }

    /** The name of the tables in which a thing and its versions stand, where people write it. */
    public Optional<String> tableOf(UUID id) {
        return written.values().stream()
                .map(Aggregates::table)
                .filter(table -> Query.of("select 1 as there from %s_view where id = ?".formatted(table), id)
                        .first(database, row -> row.integer("there"))
                        .isPresent())
                .findFirst();
    }

    public Views views() {
        return views;
    }

    Withdrawals withdrawals() {
        return withdrawals;
    }

    DataSource database() {
        return database;
    }

    Lists lists() {
        return lists;
    }

    Outbox outbox() {
        return outbox;
    }

    MergePatch patches() {
        return patches;
    }

    RequestNotes notes() {
        return notes;
    }

    Clock clock() {
        return clock;
    }

    ZoneId zone() {
        return zone;
    }

    UriInfo uri() {
        return uri;
    }

    Preconditions preconditions() {
        return preconditions;
    }
}
