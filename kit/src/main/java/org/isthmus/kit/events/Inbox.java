package org.isthmus.kit.events;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import javax.sql.DataSource;
import org.isthmus.kit.access.SharedAnswers;
import org.isthmus.kit.query.Query;

/** Remembers which events were applied, in the transaction that applies them, so that each counts once. */
@ApplicationScoped
public class Inbox {

    private final DataSource database;
    private final SharedAnswers answers;

    Inbox(DataSource database, SharedAnswers answers) {
        this.database = database;
        this.answers = answers;
    }

    /** What is to be done with an event that has come. */
    enum Place {
        /** It is to be applied. */
        NEW,
        /** It was applied. */
        KNOWN,
        /** One before it, of the same key, waits. */
        BEHIND
    }

    /**
     * Remembers it, unless others of its key wait before it.
     *
     * @param place its own among those that wait
     */
    @Transactional(MANDATORY)
    Place take(Delivery event, long place) {
        answers.forgetAfterCommit();
        return Query.of(
                        """
                        with behind as (
                            select exists (select from waiting_event w
                                            where w.topic = ? and w.key = ? and w.place < ?) as is_behind),
                        known as (
                            insert into inbox (event_id) select cast(? as uuid) from behind where not is_behind
                            on conflict do nothing returning event_id),
                        told as (
                            insert into heard (topic, part, told_at, number)
                            select ?, ?, t.at, t.number
                              from known, (select cast(? as timestamptz) as at, cast(? as bigint) as number) t
                             where t.at is not null
                            on conflict (topic, part) do update set told_at = greatest(heard.told_at, excluded.told_at),
                                number = greatest(heard.number, excluded.number))
                        select is_behind, exists (select from known) as is_new from behind
                        """,
                        event.topic(),
                        event.key().toString(),
                        place,
                        event.id(),
                        event.topic(),
                        event.part(),
                        event.time(),
                        event.number())
                .only(
                        database,
                        row -> row.flag("is_behind") ? Place.BEHIND : row.flag("is_new") ? Place.NEW : Place.KNOWN);
    }

    /**
     * False when a newer version of the same aggregate was applied before: then its state is not to be overwritten. The same
     * version comes again where its owner sends all it has once more, for who has lost it.
     */
    @Transactional(MANDATORY)
    public boolean isNewest(Delivery event) {
        return isNewest(event.topic(), event.key(), event.version());
    }

    /** The same for an aggregate other than the event's key, such as one of several that share a key. */
    @Transactional(MANDATORY)
    public boolean isNewest(String topic, UUID aggregate, int version) {
        return Query.of("""
                                insert into inbox_version as known (topic, aggregate, version) values (?, ?, ?)
                                on conflict (topic, aggregate) do update set version = excluded.version
                                where excluded.version >= known.version
                                """, topic, aggregate, version).execute(database) == 1;
    }
}
