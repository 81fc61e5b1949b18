package org.isthmus.kit.store;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.persistence.LockModeType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.isthmus.kit.events.Event;
import org.isthmus.kit.events.Outbox;
import org.isthmus.kit.http.Answers;
import org.isthmus.kit.lists.Past;
import org.isthmus.kit.lists.ViewTable;
import org.isthmus.kit.query.Query;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * All things of one kind: what a resource does with them, each in one line.
 *
 * <p>A change loads the thing locked, checks the version that the caller has seen, acts, and saves: the aggregate, its
 * representation with its columns, and what others are told are written together, so that they can't part. A change that
 * changes nothing makes no version and tells nobody.
 *
 * @param <A> the aggregate
 * @param <V> its representation
 */
public final class Aggregates<A extends Aggregate, V> {

    private final Store store;
    private final PanacheRepositoryBase<A, UUID> repository;
    private final ViewTable<A> table;
    private final Function<A, V> view;
    private final Noun noun;
    private final Reading<A> reading;
    private BiFunction<A, V, V> shown = (aggregate, stored) -> stored;
    private Consumer<A> kept = aggregate -> {};
    private Function<A, ?> content = aggregate -> Map.of();

    Aggregates(Store store, PanacheRepositoryBase<A, UUID> repository, ViewTable<A> table, Function<A, V> view) {
        this.store = store;
        this.repository = repository;
        this.table = table;
        this.view = view;
        this.noun = new Noun(table.noun());
        this.reading = new Reading<>(store, table);
        store.read(table.path(), reading);
    }

    /** Answers to changes show copies beside what is stored. */
    public Aggregates<A, V> shownBy(BiFunction<A, V, V> withCopies) {
        shown = withCopies;
        return this;
    }

    /** What else is written with each new version. */
    public Aggregates<A, V> keeping(Consumer<A> further) {
        kept = further;
        return this;
    }

    /** What of one people write: a body that repeats what reading showed is taken for it. */
    public Aggregates<A, V> writtenAs(Function<A, ?> written) {
        content = written;
        store.write(table.path(), this);
        return this;
    }

    /** Enters a new one: 201, or 409 where its reference is taken. */
    public RestResponse<V> create(A aggregate) {
        V body = add(aggregate);
        return Answers.created(table.path() + "/" + aggregate.id(), body, aggregate.version());
    }

    /** The same for a caller that answers otherwise. */
    public V add(A aggregate) {
        String reference = table.referenceOf(aggregate);
        if (isTaken(reference)) {
            throw noun.exists(reference);
        }
        repository.persist(aggregate);
        return save(aggregate);
    }

    private boolean isTaken(String reference) {
        return Query.of(
                        "select 1 as there from %s where lower(reference) = lower(?)".formatted(table.relation()),
                        reference)
                .first(store.database(), row -> row.integer("there"))
                .isPresent();
    }

    /** What others are told of these as they stand, for who has lost it. They are locked until then. */
    public List<? extends Event> tellAgain(Collection<UUID> ids) {
        return repository.find("id in ?1 order by id", ids).withLock(LockModeType.PESSIMISTIC_WRITE).stream()
                .flatMap(aggregate -> aggregate.told().stream())
                .toList();
    }

    /** Those of the references that stand for one. */
    public Set<String> known(Collection<String> references) {
        return texts("reference", references).keySet();
    }

    /** What a column says, which is never null, by the reference of those that are known. */
    public Map<String, String> texts(String column, Collection<String> references) {
        Map<String, String> texts = new HashMap<>();
        if (!references.isEmpty()) {
            Query.of(
                            "select reference, %s as value from %s where reference = any (?)"
                                    .formatted(column, table.relation()),
                            references)
                    .list(store.database(), row -> texts.put(row.text("reference"), row.text("value")));
        }
        return texts;
    }

    /** Changes one whose version the caller names: 428 without, 412 when another one stands by now. */
    public RestResponse<V> edit(UUID id, Consumer<A> change) {
        A aggregate = get(id);
        store.preconditions().require(aggregate.version(), () -> change.accept(aggregate));
        return answer(aggregate);
    }

    /** What is made of one whose version the caller names, as for a change, without changing it. */
    public <R> R judge(UUID id, Function<A, R> proposal) {
        A aggregate = get(id);
        List<R> made = new ArrayList<>(1);
        store.preconditions().require(aggregate.version(), () -> made.add(proposal.apply(aggregate)));
        return made.getFirst();
    }

    /** Changes some of a content, by a merge patch. */
    public <C> RestResponse<V> patch(UUID id, String patch, Function<A, C> content, BiConsumer<A, C> revise) {
        return edit(id, aggregate -> revise.accept(aggregate, store.patches().apply(content.apply(aggregate), patch)));
    }

    /** Takes a step on one; the caller may name the version that it has seen. */
    public RestResponse<V> step(UUID id, Consumer<A> step) {
        A aggregate = get(id);
        store.preconditions().check(aggregate.version());
        step.accept(aggregate);
        return answer(aggregate);
    }

    /**
     * Former versions of one are read no more, by nobody; the one that stands is changed or hidden first.
     *
     * @return those that were withdrawn now
     */
    public List<Integer> withdraw(UUID id, int version, Withdrawal withdrawal) {
        A aggregate = get(id);
        checkSeen(aggregate);
        return store.withdrawals().withdraw(table, noun, aggregate, version, withdrawal);
    }

    /** For a step whose own locks come first: refuses it with 412 where the caller has seen another version. */
    public void checkSeen(A aggregate) {
        store.preconditions().check(aggregate.version());
    }

    /** The same for a part of one, which has a version of its own. */
    public void checkSeen(int version) {
        store.preconditions().check(version);
    }

    private RestResponse<V> answer(A aggregate) {
        V body = save(aggregate);
        return Answers.ok(shown.apply(aggregate, body), aggregate.version());
    }

    /** One of them, locked until the transaction ends; 404 where there is none. */
    public A get(UUID id) {
        A aggregate =
                repository.findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(() -> noun.unknown(id));
        store.notes().before(id, store.views().version(table, id, aggregate.version()));
        return aggregate;
    }

    /** Writes what was done to one: the aggregate, its representation, and what others are told. */
    public V save(A aggregate) {
        return saveAll(List.of(aggregate)).getFirst();
    }

    /** The same for several, in few statements. */
    public List<V> saveAll(Collection<A> aggregates) {
        repository.flush();
        List<V> bodies = aggregates.stream().map(view).toList();
        int[] next = {0};
        List<Views.Version<A>> versions = aggregates.stream()
                .map(a -> new Views.Version<>(a.id(), a.version(), a, (Object) bodies.get(next[0]++)))
                .toList();
        Map<UUID, Boolean> changed = store.views().put(table, versions);
        aggregates.stream()
                .filter(aggregate -> changed.containsKey(aggregate.id()))
                .forEach(kept);
        List<Outbox.Told> told = new ArrayList<>();
        for (A aggregate : aggregates) {
            Boolean isVisible = changed.get(aggregate.id());
            if (isVisible != null) {
                aggregate.told().forEach(event -> told.add(new Outbox.Told(event, isVisible)));
            }
        }
        if (!told.isEmpty()) {
            store.outbox().addAll(told);
        }
        return bodies;
    }

    /** How they are answered to readers. */
    public Response read(UUID id) {
        return reading.read(id);
    }

    String table() {
        return table.noun().replace('-', '_');
    }

    Class<?> representation() {
        return table.body();
    }

    /** What its caller reads of one, the same without copies of others, and what of it was written. */
    record AsRead(String shown, String own, Object written) {}

    /** For an edit of the version that its caller has seen. */
    AsRead asRead(UUID id) {
        Views.Stored read = store.views().find(table, id, Past.PRESENT).orElseThrow(() -> noun.unknown(id));
        store.preconditions().check(read.version());
        String own = Query.of("select body from %s where id = ?".formatted(table.relation()), id)
                .first(store.database(), row -> row.text("body"))
                .orElse(read.body());
        return new AsRead(read.body(), own, content.apply(repository.findById(id)));
    }

    /** 404 where the caller may see none of this id: for lists of what belongs to one. */
    public void requireShown(UUID id) {
        reading.requireShown(id);
    }

    public Response version(UUID id, int number) {
        return reading.version(id, number);
    }

    public Response versions(UUID id) {
        return reading.versions(id);
    }

    public Response list() {
        return reading.list();
    }

    public Response list(Query condition) {
        return reading.list(condition);
    }
}
