package org.isthmus.kit.events;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** Remembers which events were applied, in the transaction that applies them, so that each counts once. */
@ApplicationScoped
public class Inbox {

    private final EntityManager entityManager;

    Inbox(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    @Transactional(MANDATORY)
    boolean isNew(Delivery event) {
        return entityManager
                        .createNativeQuery("insert into inbox (event_id) values (:id) on conflict do nothing")
                        .setParameter("id", event.id())
                        .executeUpdate()
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
        return entityManager
                        .createNativeQuery("""
                                insert into inbox_version as known (topic, aggregate, version)
                                values (:topic, :aggregate, :version)
                                on conflict (topic, aggregate) do update set version = excluded.version
                                where excluded.version > known.version
                                """)
                        .setParameter("topic", topic)
                        .setParameter("aggregate", aggregate)
                        .setParameter("version", version)
                        .executeUpdate()
                == 1;
    }
}
