package org.isthmus.kit.events;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import javax.sql.DataSource;
import org.isthmus.kit.query.Query;

/** Remembers which events were applied, in the transaction that applies them, so that each counts once. */
@ApplicationScoped
public class Inbox {

    private final DataSource database;

    Inbox(DataSource database) {
        this.database = database;
    }

    @Transactional(MANDATORY)
    boolean isNew(Delivery event) {
        return Query.of("insert into inbox (event_id) values (?) on conflict do nothing", event.id())
                        .execute(database)
                == 1;
    }

    /** False when a newer version of the same aggregate was applied before: then its state is not to be overwritten. */
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
                                where excluded.version > known.version
                                """, topic, aggregate, version).execute(database) == 1;
    }
}
