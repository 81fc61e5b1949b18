package org.isthmus.kit.events;

/** Names of the Kafka headers that both ends read. */
final class Headers {

    static final String ID = "ce_id";
    static final String TYPE = "ce_type";
    static final String VERSION = "ce_aggregateversion";
    static final String TIME = "ce_time";
    static final String NUMBER = "ce_sequence";

    /** Which service gave the event up. */
    static final String GIVEN_UP_BY = "dead-letter-service";

    private Headers() {}
}
