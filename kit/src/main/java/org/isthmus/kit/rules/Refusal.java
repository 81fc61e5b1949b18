package org.isthmus.kit.rules;

import java.util.List;

/**
 * The caller asked for something the rules forbid.
 *
 * <p>The code is part of the API: clients branch on it, so it never changes. The message is for people.
 */
public final class Refusal extends RuntimeException {

    /** Whose fault it is and of which kind: the HTTP status follows from it. */
    public enum Kind {
        /** The request makes no sense on its own. */
        INVALID(400),
        /** Who calls may not do this. */
        FORBIDDEN(403),
        /** There is no such thing, or the caller may not know that there is. */
        NOT_FOUND(404),
        /** The request makes sense but not in the present state. */
        CONFLICT(409),
        /** The caller has seen an older version. */
        STALE(412),
        /** It is more than can be taken. */
        TOO_LARGE(413),
        /** The same idempotency key came with another request. */
        KEY_REUSED(422),
        /** The caller must say which version it has seen. */
        VERSION_REQUIRED(428),
        /** It costs more than there is to spend now. */
        BUSY(503);

        private final int status;

        Kind(int status) {
            this.status = status;
        }

        public int status() {
            return status;
        }
    }

    private final Kind kind;
    private final String code;
    private final transient List<Fault> faults;

    public Refusal(Kind kind, String code, String detail, List<Fault> faults) {
        super(detail);
        this.kind = kind;
        this.code = code;
        this.faults = List.copyOf(faults);
    }

    public static Refusal invalid(String code, String detail) {
        return new Refusal(Kind.INVALID, code, detail, List.of());
    }

    public static Refusal forbidden(String code, String detail) {
        return new Refusal(Kind.FORBIDDEN, code, detail, List.of());
    }

    public static Refusal notFound(String code, String detail) {
        return new Refusal(Kind.NOT_FOUND, code, detail, List.of());
    }

    public static Refusal conflict(String code, String detail) {
        return new Refusal(Kind.CONFLICT, code, detail, List.of());
    }

    public static Refusal tooLarge(String code, String detail) {
        return new Refusal(Kind.TOO_LARGE, code, detail, List.of());
    }

    public Kind kind() {
        return kind;
    }

    public String code() {
        return code;
    }

    public String detail() {
        return String.valueOf(getMessage());
    }

    public List<Fault> faults() {
        return faults;
    }
}
