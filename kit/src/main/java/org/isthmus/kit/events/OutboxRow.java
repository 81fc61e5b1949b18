package org.isthmus.kit.events;

import java.time.Instant;
import java.util.UUID;

/** One stored event on its way out. */
record OutboxRow(
        long position,
        UUID id,
        String topic,
        UUID key,
        int version,
        String type,
        String payload,
        String traceparent,
        Instant occurredAt) {}
