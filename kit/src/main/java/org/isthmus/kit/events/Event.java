package org.isthmus.kit.events;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.UUID;

/** A fact other services may rely on. Its JSON is a contract: see {@code contracts/events} at the root. */
public interface Event {

    /** Where it goes, what happened, and to what. */
    @JsonIgnore
    Envelope envelope();

    /** The version of the aggregate that the event made. */
    int version();

    /**
     * What stands outside the JSON of an event.
     *
     * @param topic the topic it goes to, such as {@code funding.commitments}
     * @param type what happened and in which version, such as {@code eu.isthmus.funding.commitment.booked.v1}
     * @param key the aggregate it is about; events with the same key stay in order
     */
    record Envelope(String topic, String type, UUID key) {}
}
