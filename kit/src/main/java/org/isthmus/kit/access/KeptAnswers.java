package org.isthmus.kit.access;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response.Status.Family;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Says of every answer how long it may be kept, and by whom: what anybody else gets too also by others' caches. */
class KeptAnswers {

    private static final String VARY = "Accept, Accept-Encoding, Authorization";

    private final Caller caller;

    KeptAnswers(Caller caller) {
        this.caller = caller;
    }

    @ServerResponseFilter
    public void tell(ContainerRequestContext request, ContainerResponseContext response) {
        boolean isContent = !request.getMethod().equals(HttpMethod.OPTIONS)
                && (response.getStatusInfo().getFamily() == Family.SUCCESSFUL || response.getStatus() == 304);
        if (isContent) {
            response.getHeaders()
                    .putSingle(HttpHeaders.CACHE_CONTROL, caller.isAnonymous() ? "no-cache" : "private, no-cache");
            response.getHeaders().putSingle(HttpHeaders.VARY, VARY);
        }
    }
}
