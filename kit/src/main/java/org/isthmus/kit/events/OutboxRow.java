package org.isthmus.kit.events;

import java.time.Instant;
import java.util.UUID;
import org.isthmus.kit.query.Row;

/** One stored event on its way out: the columns of the outbox, with its number in the stream. */
record OutboxRow(
        long number,
        UUID id,
        String topic,
        UUID key,
        int version,
        String type,
        String source,
        String subject,
        String dataschema,
        String datacontenttype,
        String specversion,
        Instant occurredAt,
        String traceparent,
        String payload) {

    static OutboxRow of(Row row) {
        return new OutboxRow(
                row.number("number"),
                row.uuid("id"),
                row.text("topic"),
                row.uuid("key"),
                row.integer("version"),
                row.text("type"),
                row.text("source"),
                row.text("subject"),
                row.text("dataschema"),
                row.text("datacontenttype"),
                row.text("specversion"),
                row.instant("occurred_at"),
                row.text("traceparent"),
                row.text("payload"));
    }
}
