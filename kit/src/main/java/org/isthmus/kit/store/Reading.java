package org.isthmus.kit.store;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.isthmus.kit.http.ETags;
import org.isthmus.kit.lists.Asked;
import org.isthmus.kit.lists.Lists;
import org.isthmus.kit.lists.Parameters;
import org.isthmus.kit.lists.Past;
import org.isthmus.kit.lists.ViewTable;
import org.isthmus.kit.query.Query;

/** How the representations in a {@link ViewTable} are answered to readers: one, its versions, a list of them. */
public final class Reading<A> {

    private final Store store;
    private final ViewTable<A> table;
    private final Noun noun;

    Reading(Store store, ViewTable<A> table) {
        this.store = store;
        this.table = table;
        this.noun = new Noun(table.noun());
    }

    /** One as it is, or as it was recorded. */
    public Response read(UUID id) {
        return read(id, past -> table.effective().rows(table.relation(), past));
    }

    /** The same, from a relation that depends on the day, such as balances. */
    public Response read(UUID id, Function<Past, Query> relation) {
        Asked asked = Parameters.ofThePast().read(store.uri().getQueryParameters());
        Past past = Past.of(asked, table.effective().isThere(), store.clock(), store.zone());
        asked.refuseIfFaulty();
        return answer(store.views()
                .find(table, relation.apply(past), id, past)
                .orElseThrow(() -> Optional.ofNullable(past.recordedBy())
                        .flatMap(at -> store.withdrawals().withdrawn(table, id, at))
                        .map(noun::versionWithdrawn)
                        .orElseGet(() -> noun.unknown(id))));
    }

    /** For a step on what never changes: refuses it with 412 where the caller has seen another version than its only one. */
    public void checkSeenOnly() {
        store.preconditions().check(1);
    }

    /** 404 where the caller may see none of this id. */
    void requireShown(UUID id) {
        requireShown(id, past -> Query.of(table.relation()));
    }

    /** The same, from a relation that depends on the day. */
    public void requireShown(UUID id, Function<Past, Query> relation) {
        if (store.views()
                .find(table, relation.apply(Past.PRESENT), id, Past.PRESENT)
                .isEmpty()) {
            throw noun.unknown(id);
        }
    }

    /** One version by its number, as it was. */
    public Response version(UUID id, int number) {
        refuseParameters();
        return answer(store.views()
                .find(table, id, number)
                .orElseThrow(() -> store.withdrawals()
                        .withdrawn(table, id, number)
                        .map(noun::versionWithdrawn)
                        .orElseGet(() -> noun.versionUnknown(id, number))));
    }

    /** All versions of one that the caller may see. */
    public Response versions(UUID id) {
        refuseParameters();
        String items = store.views().versions(table, id).orElseThrow(() -> noun.unknown(id));
        return Response.ok("{\"items\":" + items + "}", MediaType.APPLICATION_JSON_TYPE)
                .build();
    }

    private void refuseParameters() {
        Parameters.none().read(store.uri().getQueryParameters()).refuseIfFaulty();
    }

    /** Shows parts of a thing, each with a representation of its own in the version of the whole. */
    public void put(int version, List<A> parts, Function<A, UUID> id, Function<A, Object> view) {
        store.views()
                .put(
                        table,
                        parts.stream()
                                .map(part -> new Views.Version<>(id.apply(part), version, part, view.apply(part)))
                                .toList());
    }

    public Response list() {
        return store.lists().answer(table);
    }

    /** The same, of the rows that a condition of the room picks; it starts with {@code and}. */
    public Response list(Query condition) {
        return store.lists().answer(table, condition);
    }

    /** The same, of the rows that a room picks by parameters of its own. */
    public Response list(Lists.Choice condition) {
        return list(condition, (asked, past) -> table.effective().rows(table.relation(), past));
    }

    /** The same, of rows and from a relation that depend on what is asked. */
    public Response list(Lists.Choice condition, Lists.Choice relation) {
        return store.lists().answer(table, condition, relation);
    }

    private Response answer(Views.Stored stored) {
        return Response.ok(stored.body(), MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.ETAG, ETags.of(stored.version(), stored.copies()))
                .lastModified(Date.from(stored.recordedAt()))
                .build();
    }
}
