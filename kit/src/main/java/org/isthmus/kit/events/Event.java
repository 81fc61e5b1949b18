package org.isthmus.kit.events;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.UUID;

/** A fact other services may rely on. Its JSON is a contract: see {@code contracts/events} at the root. */
public interface Event {

    /** The topic it goes to, such as {@code funding.commitments}. */
    @JsonIgnore
    String topic();

    /** What happened and in which version, such as {@code eu.isthmus.funding.commitment.booked.v1}. */
    @JsonIgnore
    String type();

    /** The aggregate it is about; events with the same key stay in order. */
    @JsonIgnore
    UUID key();

    /** The version of the aggregate that the event made. */
    int version();
}
