package org.isthmus.kit.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.isthmus.kit.AfterCommit;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

/**
 * Answers that add up and are the same for everybody without a token: kept for some seconds, and forgotten with whatever this
 * process writes, be it a change or an event of others. Where there are several replicas, those of others may be so old; the
 * {@code asOf} of an answer says of when it is. Of equal questions of one moment, one is answered for all. Whoever has a token is always answered anew, so that he sees what he wrote.
 */
@ApplicationScoped
public class SharedAnswers {

    private static final String BEGUN = SharedAnswers.class.getName();
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Caller caller;
    private final TransactionSynchronizationRegistry transaction;
    private final AddedUp addedUp;
    private final ShortMemory memory;
    private final EqualQuestions questions = new EqualQuestions(System::nanoTime);

    SharedAnswers(
            Caller caller,
            TransactionSynchronizationRegistry transaction,
            AddedUp addedUp,
            @ConfigProperty(name = "isthmus.reads.kept") Duration kept) {
        this.caller = caller;
        this.transaction = transaction;
        this.addedUp = addedUp;
        memory = new ShortMemory(kept, System::nanoTime);
    }

    /** After those that say who may, and what can be asked. */
    @ServerRequestFilter(priority = Priorities.USER + 3)
    public @Nullable Response answer(ContainerRequestContext request) {
        if (!isShared(request)) {
            return null;
        }
        String key = key(request);
        String known = memory.find(key);
        if (known == null && !questions.begin(key, PATIENCE)) {
            known = memory.find(key);
        }
        if (known != null) {
            return Response.ok(known, MediaType.APPLICATION_JSON_TYPE).build();
        }
        request.setProperty(BEGUN, memory.state());
        return null;
    }

    /** After the one that writes what an entity is. */
    @ServerResponseFilter(priority = Priorities.USER - 1)
    public void keep(ContainerRequestContext request, ContainerResponseContext response) {
        if (!(request.getProperty(BEGUN) instanceof Long begun)) {
            return;
        }
        String key = key(request);
        if (addedUp.isNoted() && response.getStatus() == 200 && response.getEntity() instanceof String body) {
            memory.keep(key, body, begun);
            questions.note(key);
        }
        questions.end(key);
    }

    /** What is written now is part of no answer that is kept. */
    public void forgetAfterCommit() {
        AfterCommit.run(transaction, memory::forget);
    }

    private boolean isShared(ContainerRequestContext request) {
        return request.getMethod().equals(HttpMethod.GET) && caller.isAnonymous();
    }

    private static String key(ContainerRequestContext request) {
        return "%s %s"
                .formatted(
                        request.getUriInfo().getRequestUri().getRawPath()
                                + "?"
                                + request.getUriInfo().getRequestUri().getRawQuery(),
                        request.getHeaderString(HttpHeaders.ACCEPT));
    }
}
