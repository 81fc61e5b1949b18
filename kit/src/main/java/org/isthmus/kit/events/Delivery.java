package org.isthmus.kit.events;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** One event as it arrived: what, about which aggregate, which version of it, and its payload. */
public final class Delivery {

    private static final int DIGESTS = 256;

    private final ConsumerRecord<String, String> record;
    private final ObjectMapper json;
    private final boolean lastAttempt;
    private final CopyProgress copies;

    Delivery(ConsumerRecord<String, String> record, ObjectMapper json, boolean lastAttempt, CopyProgress copies) {
        this.record = record;
        this.json = json;
        this.lastAttempt = lastAttempt;
        this.copies = copies;
    }

    /** True when a failure is final; until then what another event may still bring is worth waiting for. */
    public boolean isLastAttempt() {
        return lastAttempt;
    }

    /** Whether what it names may still arrive on a topic: until the copy has passed its time, at the latest at the end (R18). */
    public boolean mayStillHear(String topic) {
        Instant told = time();
        return !lastAttempt && (told == null || !copies.hasPassed(topic, told));
    }

    public String topic() {
        return record.topic();
    }

    public UUID id() {
        return UUID.fromString(header(Headers.ID));
    }

    /** When it was told; null where it does not say. */
    @Nullable
    Instant time() {
        String time = find(Headers.TIME);
        return time == null ? null : Instant.parse(time);
    }

    /** Its place in its owner's stream; null where it does not say. */
    @Nullable
    Long number() {
        String number = find(Headers.NUMBER);
        return number == null ? null : Long.valueOf(number);
    }

    /** Whether it tells of no thing, but of all that its owner tells of on the topic. */
    boolean isDigest() {
        String type = find(Headers.TYPE);
        return type != null && type.endsWith(".digest.told.v1");
    }

    /** The last byte of its key; digests are apart. */
    int part() {
        return isDigest() ? DIGESTS : (int) (key().getLeastSignificantBits() & 0xff);
    }

    public String type() {
        return header(Headers.TYPE);
    }

    public UUID key() {
        if (record.key() == null) {
            throw new IllegalArgumentException("event without a key on " + record.topic());
        }
        return UUID.fromString(record.key());
    }

    public int version() {
        return Integer.parseInt(header(Headers.VERSION));
    }

    /** The payload as the reader's own record; fields that the reader does not name are ignored. */
    public <T> T read(Class<T> type) {
        try {
            return json.readerFor(type)
                    .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .readValue(record.value());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "cannot read %s %s: %s".formatted(type(), id(), e.getOriginalMessage()), e);
        }
    }

    private String header(String name) {
        String value = find(name);
        if (value == null) {
            throw new IllegalArgumentException("event without " + name + " on " + record.topic());
        }
        return value;
    }

    private @Nullable String find(String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? null : new String(header.value(), UTF_8);
    }
}
