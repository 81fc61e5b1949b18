package org.isthmus.kit.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Validator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.isthmus.kit.rules.Fault;
import org.jspecify.annotations.Nullable;

/** Reads JSON to its end, so that unknown fields, wrong forms and broken constraints come back together. */
@ApplicationScoped
class StrictReading {

    private final Validator validator;

    StrictReading(Validator validator) {
        this.validator = validator;
    }

    /** What turns JSON into an object, by a mapper that {@link StrictJson} configured. */
    interface Source {
        @Nullable
        Object read() throws IOException;
    }

    @Nullable
    Object read(Source source) throws IOException {
        FaultCollector.begin();
        List<Fault> faults;
        Object body = null;
        try {
            body = source.read();
        } finally {
            faults = FaultCollector.end();
        }
        if (!faults.isEmpty()) {
            throw InvalidRequest.of(all(faults, body));
        }
        return body;
    }

    void validate(Object body) {
        List<Fault> faults = Violations.faults(validator.validate(body));
        if (!faults.isEmpty()) {
            throw InvalidRequest.of(faults);
        }
    }

    /** What could not be read, and what the rest of the body lacks. */
    private List<Fault> all(List<Fault> unread, @Nullable Object body) {
        List<Fault> faults = new ArrayList<>(unread);
        if (body != null) {
            Violations.faults(validator.validate(body)).stream()
                    .filter(fault -> unread.stream().noneMatch(u -> Objects.equals(u.pointer(), fault.pointer())))
                    .forEach(faults::add);
        }
        return faults;
    }
}
