package org.isthmus.kit.commands;

import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.RestResponse;

/** Carries the answer of a dry run out of the transaction that it rolls back. */
final class DryRunDone extends RuntimeException {

    private final transient Object answer;

    DryRunDone(Object answer) {
        super("dry run", null, false, false);
        this.answer = answer instanceof RestResponse<?> response ? withoutPlace(response) : answer;
    }

    /** What was not made can't be found. */
    private static RestResponse<?> withoutPlace(RestResponse<?> response) {
        response.getHeaders().remove(HttpHeaders.LOCATION);
        return response;
    }

    Object answer() {
        return answer;
    }
}
