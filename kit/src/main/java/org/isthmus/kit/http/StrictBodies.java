package org.isthmus.kit.http;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads every request body strictly. */
@Provider
class StrictBodies implements ReaderInterceptor {

    private final StrictReading reading;

    StrictBodies(StrictReading reading) {
        this.reading = reading;
    }

    @Override
    @Nullable
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException, WebApplicationException {
        return reading.read(context::proceed);
    }
}
