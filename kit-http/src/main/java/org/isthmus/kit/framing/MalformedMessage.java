package org.isthmus.kit.framing;

/**
 * A message that two readers could understand differently, or none, or that does not end in time. Of the rest of its connection
 * nothing is read.
 */
public final class MalformedMessage extends RuntimeException {

    private final int status;

    private MalformedMessage(int status, String detail) {
        super(detail, null, false, false);
        this.status = status;
    }

    static MalformedMessage invalid(String detail) {
        return new MalformedMessage(400, detail);
    }

    static MalformedMessage of(int status, String detail) {
        return new MalformedMessage(status, detail);
    }

    /** The status that a request is answered with. */
    public int status() {
        return status;
    }

    /** What is wrong, as a sentence that repeats nothing of the message. */
    public String detail() {
        return String.valueOf(getMessage());
    }

    /** The stable code of the problem that a request is answered with. */
    public String code() {
        return switch (status) {
            case 405 -> "method-not-allowed";
            case 408 -> "request-timeout";
            case 414 -> "uri-too-long";
            case 417 -> "expectation-failed";
            case 429 -> "too-many-requests";
            case 431 -> "headers-too-large";
            case 505 -> "http-version-not-supported";
            default -> "invalid-request";
        };
    }
}
