package org.isthmus.kit.reconciliation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.isthmus.kit.events.Event;

/**
 * How many things an owner told of on a topic, with hashes and sums of what they say. It is told on the topic itself.
 * Contract: {@code contracts/events/<topic>/}.
 *
 * @param version one more with each digest of the topic
 * @param number of the stream of the owner's events: all up to it are in the digest
 * @param buckets those that changed since the digest before; the others stand
 */
record DigestEvent(String topic, int version, long number, Instant at, List<Bucket> buckets) implements Event {

    /** The things whose key ends with a byte: how many, and of each member the sum of the hashes. */
    record Bucket(int bucket, long count, Map<String, Long> hashes, Map<String, String> sums) {

        static final Bucket EMPTY = new Bucket(0, 0, Map.of(), Map.of());

        Bucket {
            hashes = hashes == null ? Map.of() : Map.copyOf(hashes);
            sums = sums == null ? Map.of() : Map.copyOf(sums);
        }
    }

    /** Of digests of a topic; the owner of it is named first. */
    static String type(String topic) {
        return "eu.isthmus.%s.digest.told.v1".formatted(topic.substring(0, topic.indexOf('.')));
    }

    @Override
    public Envelope envelope() {
        return new Envelope(topic, type(topic), UUID.nameUUIDFromBytes(topic.getBytes(UTF_8)));
    }
}
