package org.isthmus.kit.events;

/** Takes in the events of one topic. Those that wait are handed to it again, after a restart too. */
public interface EventConsumer {

    String topic();

    void apply(Delivery event);
}
