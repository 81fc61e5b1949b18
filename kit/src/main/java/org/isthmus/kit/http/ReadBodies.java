package org.isthmus.kit.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.isthmus.kit.rules.Fault;

/** Says what is meant by a body that repeats what reading showed, so that it can be sent back (RFC 9110, section 9.3.4). */
public interface ReadBodies {

    /** The body as it was sent. */
    interface Sent {
        JsonNode read() throws IOException;
    }

    /**
     * The body as its type has it.
     *
     * @param faults what of it is not written here and yet is not as it was read
     */
    record Meant(ObjectNode body, List<Fault> faults) {}

    /** Empty where the body repeats nothing that is only read. */
    Optional<Meant> meant(Class<?> type, Sent sent) throws IOException;
}
