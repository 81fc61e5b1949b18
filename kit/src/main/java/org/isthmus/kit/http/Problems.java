package org.isthmus.kit.http;

import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.OptimisticLockException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.isthmus.kit.query.Outages;
import org.isthmus.kit.rules.Fault;
import org.isthmus.kit.rules.Refusal;
import org.isthmus.kit.token.TokenForm;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns everything that can go wrong into RFC 9457 problems. The only place that knows both rules and HTTP. */
@ApplicationScoped
class Problems {

    static final MediaType PROBLEM_JSON = new MediaType("application", "problem+json");

    private static final Logger LOG = Logger.getLogger(Problems.class);

    private final CurrentVertxRequest current;
    private final Traces traces;
    private final AllowedMethods allowed;
    private final RequestNotes notes;

    Problems(CurrentVertxRequest current, Traces traces, AllowedMethods allowed, RequestNotes notes) {
        this.notes = notes;
        this.current = current;
        this.traces = traces;
        this.allowed = allowed;
    }

    @ServerExceptionMapper
    Response refused(Refusal first) {
        Refusal refusal = withNoted(first);
        LOG.infof("refused %s: %s", refusal.code(), codes(refusal));
        Response problem = problem(refusal.kind().status(), refusal.code(), refusal.detail(), refusal.faults());
        return refusal.kind() == Refusal.Kind.BUSY
                ? Response.fromResponse(problem)
                        .header(HttpHeaders.RETRY_AFTER, "5")
                        .build()
                : problem;
    }

    /** A request that makes no sense is not judged by how things stand, and all that is wrong with it is told at once. */
    private Refusal withNoted(Refusal refusal) {
        boolean isInvalid = refusal.kind() == Refusal.Kind.INVALID;
        List<Fault> faults = new ArrayList<>(notes.faults());
        if (faults.isEmpty() && (!isInvalid || notes.missing().isEmpty())) {
            return refusal;
        }
        if (isInvalid) {
            faults.addAll(
                    refusal.faults().isEmpty()
                            ? List.of(Fault.at("", refusal.code(), refusal.detail() + "."))
                            : refusal.faults());
        }
        notes.missing().ifPresent(faults::add);
        return notes.faults().isEmpty() && !refusal.code().equals(InvalidRequest.CODE)
                ? new Refusal(refusal.kind(), refusal.code(), refusal.detail(), faults)
                : InvalidRequest.of(faults.stream().distinct().toList());
    }

    @ServerExceptionMapper
    Response invalid(ConstraintViolationException e) {
        return refused(InvalidRequest.of(Violations.faults(e.getConstraintViolations())));
    }

    @ServerExceptionMapper
    Response unreadable(MismatchedInputException e) {
        return refused(InvalidRequest.of(List.of(Unreadable.fault(e))));
    }

    @ServerExceptionMapper({OptimisticLockException.class, org.hibernate.StaleStateException.class})
    Response changedMeanwhile(Exception e) {
        return problem(
                409, "changed-meanwhile", "Someone changed this at the same time; read it again and retry", List.of());
    }

    /** Two requests entered the same thing at once: a unique index let one of them through. */
    @ServerExceptionMapper
    Response takenMeanwhile(org.hibernate.exception.ConstraintViolationException e) {
        return "23505".equals(e.getSQLState()) ? changedMeanwhile(e) : bug(e);
    }

    @ServerExceptionMapper
    Response unauthorized(UnauthorizedException e) {
        return unauthorized(
                "Bearer",
                HttpStatus.of(401).detail(),
                HeaderFaults.of(401, current.getCurrent().request()));
    }

    @ServerExceptionMapper
    Response unauthenticated(AuthenticationFailedException e) {
        return unauthorized(
                TokenForm.INVALID_TOKEN,
                HeaderFaults.NO_TOKEN,
                List.of(HeaderFaults.ofToken(HeaderFaults.NO_TOKEN + ".")));
    }

    private Response unauthorized(String challenge, String detail, List<Fault> faults) {
        return Response.fromResponse(problem(401, "unauthorized", detail, faults))
                .header(HttpHeaders.WWW_AUTHENTICATE, challenge)
                .build();
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException e) {
        String detail = e.getMessage() == null ? HttpStatus.of(403).detail() : e.getMessage();
        return problem(403, "forbidden", detail, List.of());
    }

    @ServerExceptionMapper
    Response http(WebApplicationException e) {
        if (e.getCause() instanceof Refusal refusal) {
            return refused(refusal);
        }
        if (e.getCause() instanceof com.fasterxml.jackson.core.JsonProcessingException unreadable) {
            return refused(InvalidRequest.of(List.of(Unreadable.fault(unreadable))));
        }
        int told = e.getResponse().getStatus();
        if (told < 400) {
            return e.getResponse();
        }
        HttpServerRequest request = current.getCurrent().request();
        int status = told == 400 && HeaderFaults.isTypeUnreadable(request) ? 415 : told;
        HttpStatus known = HttpStatus.of(status);
        Response problem = problem(status, known.code(), known.detail(), HeaderFaults.of(status, request));
        return status == 405 || status == 415
                ? allowed.allow(Response.fromResponse(problem), path()).build()
                : problem;
    }

    @ServerExceptionMapper
    Response bug(Throwable e) {
        if (Outages.isOutage(e)) {
            LOG.warnf("unavailable: %s", oneLine(String.valueOf(e.getMessage())));
            Response problem = problem(503, "unavailable", "Part of the system is away; try again shortly", List.of());
            return Response.fromResponse(problem)
                    .header(HttpHeaders.RETRY_AFTER, "2")
                    .build();
        }
        LOG.error("unexpected failure", e);
        return problem(500, "internal-error", "This is our fault; name the traceId when you report it", List.of());
    }

    private Response problem(int status, String code, String detail, List<Fault> faults) {
        return Response.status(status)
                .type(PROBLEM_JSON)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(Problem.of(status, code, detail, faults, traces.current(), path()))
                .build();
    }

    private String path() {
        RoutingContext request = current.getCurrent();
        return request == null ? "" : String.valueOf(request.request().path());
    }

    /** What is wrong, in our own words: what a caller sent is not repeated in logs. */
    private static String codes(Refusal refusal) {
        return refusal.faults().stream().map(Fault::code).distinct().collect(Collectors.joining(", "));
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ");
    }
}
