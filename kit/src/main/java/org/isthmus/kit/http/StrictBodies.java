package org.isthmus.kit.http;

import jakarta.validation.Validator;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.isthmus.kit.rules.Fault;
import org.jspecify.annotations.Nullable;

/** Reads request bodies strictly: unknown fields, wrong forms and broken constraints come back together. */
@Provider
class StrictBodies implements ReaderInterceptor {

    private final Validator validator;

    StrictBodies(Validator validator) {
        this.validator = validator;
    }

    @Override
    @Nullable
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException, WebApplicationException {
        FaultCollector.begin();
        List<Fault> faults;
        Object body = null;
        try {
            body = context.proceed();
        } finally {
            faults = FaultCollector.end();
        }
        if (!faults.isEmpty()) {
            throw InvalidRequest.of(all(faults, body));
        }
        return body;
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
