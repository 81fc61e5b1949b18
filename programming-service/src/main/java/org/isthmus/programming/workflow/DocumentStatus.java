package org.isthmus.programming.workflow;

/**
 * Where a programming document stands.
 *
 * <pre>
 * DRAFT -> CONSULTATION -> COMMITTEE -> ADOPTED -> CLOSED
 *   |           |              |
 *   +-----------+--------------+-> WITHDRAWN
 * </pre>
 */
public enum DocumentStatus {
    DRAFT,
    CONSULTATION,
    COMMITTEE,
    ADOPTED,
    CLOSED,
    WITHDRAWN;

    public boolean canBecome(DocumentStatus next) {
        return switch (this) {
            case DRAFT -> next == CONSULTATION || next == WITHDRAWN;
            case CONSULTATION -> next == COMMITTEE || next == WITHDRAWN;
            case COMMITTEE -> next == ADOPTED || next == WITHDRAWN;
            case ADOPTED -> next == CLOSED;
            case CLOSED, WITHDRAWN -> false;
        };
    }

    /** Whether anyone may read it. */
    public boolean isPublic() {
        return this == ADOPTED || this == CLOSED;
    }

    /** Whether its text may still change without an amendment. */
    public boolean isOpen() {
        return this == DRAFT || this == CONSULTATION || this == COMMITTEE;
    }
}
