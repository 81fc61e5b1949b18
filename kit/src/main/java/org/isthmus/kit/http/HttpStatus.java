package org.isthmus.kit.http;

/** What each plain HTTP error means here: its stable code and a sentence. */
public record HttpStatus(String code, String detail) {

    public static HttpStatus of(int status) {
        return switch (status) {
            case 400 -> new HttpStatus("invalid-request", "The request could not be read");
            case 401 -> new HttpStatus("unauthorized", "This operation needs a token");
            case 403 -> new HttpStatus("forbidden", "Your roles do not allow this operation");
            case 404 -> new HttpStatus("not-found", "There is nothing at this address");
            case 405 -> new HttpStatus("method-not-allowed", "This address does not know that method");
            case 406 -> new HttpStatus("not-acceptable", "None of the media types in Accept can be answered here");
            case 408 -> new HttpStatus("request-timeout", "The request did not come whole in time");
            case 409 -> new HttpStatus("conflict", "The present state does not allow this");
            case 412 -> new HttpStatus("stale-version", "Another version stands by now: read it again");
            case 413 -> new HttpStatus("too-large", "The request body is larger than this service reads");
            case 414 -> new HttpStatus("uri-too-long", "The address is longer than this service reads");
            case 415 ->
                new HttpStatus(
                        "unsupported-media-type",
                        "Send application/json (PATCH: application/merge-patch+json) in UTF-8, not compressed");
            case 417 -> new HttpStatus("expectation-failed", "The only thing to expect here is 100-continue");
            case 422 ->
                new HttpStatus("idempotency-key-reused", "This Idempotency-Key came before with another request");
            case 428 -> new HttpStatus("if-match-required", "Send the ETag of the version that you saw as If-Match");
            case 429 -> new HttpStatus("too-many-requests", "Slow down and retry later");
            case 431 -> new HttpStatus("headers-too-large", "The headers are larger than this service reads");
            case 505 -> new HttpStatus("http-version-not-supported", "Only HTTP/1.1 and HTTP/1.0 are spoken here");
            case 503 -> new HttpStatus("unavailable", "Part of the system is away; try again shortly");
            default ->
                status < 500
                        ? new HttpStatus("invalid-request", "The request could not be handled")
                        : new HttpStatus("internal-error", "This is our fault; name the traceId when you report it");
        };
    }
}
