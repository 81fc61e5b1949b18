package org.isthmus.kit.events;

/** Takes in what owners tell of all that they told of on a topic, beside the topic's own consumer. */
public interface DigestListener {

    void heard(Delivery digest);
}
