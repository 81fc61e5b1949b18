package org.isthmus.kit.commands;

import io.vertx.core.Context;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import java.io.IOException;
import java.util.Set;
import org.isthmus.kit.http.Problem;
import org.isthmus.kit.http.RequestNotes;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Audits every write that comes to nothing, whoever turned it away: the policy, the form of its body, a rule, a conflict
 * or a bug. One without a valid token names nobody and leaves no line, lest strangers fill the log.
 */
class AuditRefusals {

    private static final Logger LOG = Logger.getLogger(AuditRefusals.class);
    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");
    private static final int UNKNOWN_CALLER = 401;
    private static final int TOO_LARGE = 413;

    private final AuditLog audit;
    private final RequestNotes notes;

    AuditRefusals(AuditLog audit, RequestNotes notes) {
        this.audit = audit;
        this.notes = notes;
    }

    @ServerResponseFilter
    public void audit(ContainerRequestContext request, ContainerResponseContext response) {
        int status = response.getStatus();
        boolean isRefusedWrite = status >= 400 && status != UNKNOWN_CALLER && !READS.contains(request.getMethod());
        // On the event loop nothing was matched yet: there is no such address, method or media type.
        if (isRefusedWrite && !Context.isOnEventLoopThread()) {
            try {
                if (!notes.hasBody() && status != TOO_LARGE) {
                    noteBody(request);
                }
                audit.refused(status, response.getEntity() instanceof Problem problem ? problem.code() : "");
            } catch (RuntimeException | IOException e) {
                LOG.warnf("a refusal with status %d is not in the audit log: %s", status, e.getMessage());
            }
        }
    }

    /** Who may not do it is turned away before it is read. */
    private void noteBody(ContainerRequestContext request) throws IOException {
        byte[] body = request.getEntityStream().readNBytes(RequestNotes.LONGEST + 1);
        if (body.length <= RequestNotes.LONGEST) {
            notes.body(body);
        }
    }
}
