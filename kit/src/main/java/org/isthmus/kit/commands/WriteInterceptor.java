package org.isthmus.kit.commands;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.narayana.jta.QuarkusTransactionException;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.persistence.EntityManager;
import jakarta.persistence.OptimisticLockException;
import java.util.Optional;
import org.isthmus.kit.http.InvalidRequest;
import org.isthmus.kit.http.Preconditions;
import org.isthmus.kit.http.RequestNotes;
import org.isthmus.kit.rules.Refusal;

/** Wraps every {@link Write}: transaction, idempotency, four eyes, dry run, audit of what is done; {@link AuditRefusals} has the rest. */
@Write
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
class WriteInterceptor {

    private final CurrentRequest request;
    private final IdempotencyKeys keys;
    private final AuditLog audit;
    private final FourEyes fourEyes;
    private final RequestNotes notes;
    private final Preconditions preconditions;
    private final EntityManager entityManager;

    WriteInterceptor(
            CurrentRequest request,
            IdempotencyKeys keys,
            AuditLog audit,
            FourEyes fourEyes,
            RequestNotes notes,
            Preconditions preconditions,
            EntityManager entityManager) {
        this.notes = notes;
        this.preconditions = preconditions;
        this.request = request;
        this.keys = keys;
        this.audit = audit;
        this.fourEyes = fourEyes;
        this.entityManager = entityManager;
    }

    @AroundInvoke
    Object around(InvocationContext invocation) throws Exception {
        boolean dryRun = request.isDryRun();
        Optional<String> key = request.idempotencyKey();
        String fingerprint = key.isPresent() ? request.fingerprint(invocation.getParameters()) : "";
        try {
            return QuarkusTransaction.requiringNew().call(() -> {
                Optional<Object> earlier = key.flatMap(given -> keys.claim(given, fingerprint));
                if (earlier.isPresent()) {
                    return earlier.get();
                }
                fourEyes.check();
                Object answer = invocation.proceed();
                if (!notes.faults().isEmpty()) {
                    throw InvalidRequest.of(notes.faults());
                }
                preconditions.refuseUnjudged();
                entityManager.flush();
                fourEyes.take(answer);
                if (dryRun) {
                    throw new DryRunDone(answer);
                }
                if (key.isPresent()) {
                    keys.store(key.get(), fingerprint, answer);
                }
                audit.done(answer);
                return answer;
            });
        } catch (DryRunDone done) {
            return done.answer();
        } catch (QuarkusTransactionException e) {
            throw unwrapped(e);
        }
    }

    private static Exception unwrapped(QuarkusTransactionException e) {
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal || cause instanceof OptimisticLockException) {
                return (RuntimeException) cause;
            }
        }
        return e;
    }
}
