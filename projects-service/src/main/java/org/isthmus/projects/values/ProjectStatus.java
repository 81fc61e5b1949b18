package org.isthmus.projects.values;

import java.util.Arrays;
import java.util.List;

/**
 * Where a project stands. From the pipeline only a booked grant leads on, and back to it only the reversal of that
 * booking; neither is a move by hand.
 *
 * <pre>
 * PIPELINE ──► IMPLEMENTATION ──► FINALISATION ──► CLOSED
 *    │            │   ▲    │            │  ▲
 *    │            ▼   │    │            ▼  │
 *    │          SUSPENDED ─┼────────────┴──┘
 *    └──────────► CANCELLED ◄┘
 * </pre>
 *
 * <p>UNKNOWN is a project of the past of which no source says where it stands; it goes wherever one says, but into the
 * pipeline.
 */
public enum ProjectStatus {
    PIPELINE,
    IMPLEMENTATION,
    FINALISATION,
    CLOSED,
    SUSPENDED,
    CANCELLED,
    /** No source says where it stands; it has left the pipeline. */
    UNKNOWN;

    public boolean canBecome(ProjectStatus next) {
        return switch (this) {
            case PIPELINE -> next == IMPLEMENTATION || next == CANCELLED;
            case IMPLEMENTATION -> next == FINALISATION || next == SUSPENDED || next == CANCELLED;
            case FINALISATION -> next == CLOSED || next == SUSPENDED;
            case SUSPENDED -> next == IMPLEMENTATION || next == FINALISATION || next == CANCELLED;
            case UNKNOWN -> next != PIPELINE && next != UNKNOWN;
            case CLOSED, CANCELLED -> false;
        };
    }

    /** Whether money is at work: as long as nobody says otherwise, it runs on. */
    public boolean isRunning() {
        return this == IMPLEMENTATION || this == FINALISATION || this == SUSPENDED;
    }

    public boolean isOver() {
        return this == CLOSED || this == CANCELLED;
    }

    public List<ProjectStatus> next() {
        return Arrays.stream(values()).filter(this::canBecome).toList();
    }
}
