package org.isthmus.kit.framing;

import java.time.Duration;
import org.eclipse.microprofile.config.Config;

/**
 * How long a client may take for its part of an exchange, counted over the whole of it: pauses and single bytes win no time.
 *
 * @param head from the first byte of a request, or from the connection, to the end of its header fields
 * @param body from there to the end of the body, and for taking an answer, before what {@code rate} allows for its size
 * @param idle between an answer and the next request
 * @param rate bytes in a second that a body, or an answer on its way, moves at least
 */
record Deadlines(Duration head, Duration body, Duration idle, int rate) {

    static Deadlines of(Config config) {
        return new Deadlines(
                config.getValue("isthmus.limits.head-time", Duration.class),
                config.getValue("isthmus.limits.body-time", Duration.class),
                config.getValue("isthmus.limits.idle-time", Duration.class),
                config.getValue("isthmus.limits.rate", Integer.class));
    }

    /** How long a body may take, or an answer, of which so much has moved. */
    Duration moved(long bytes) {
        return body.plusSeconds(bytes / rate);
    }

    /** How often is looked. */
    Duration period() {
        return Duration.ofMillis(Math.clamp(head.toMillis() / 8, 20, 1_000));
    }
}
