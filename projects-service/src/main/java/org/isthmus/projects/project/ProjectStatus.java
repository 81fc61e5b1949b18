package org.isthmus.projects.project;

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
 */
public enum ProjectStatus {
    PIPELINE,
    IMPLEMENTATION,
    FINALISATION,
    CLOSED,
    SUSPENDED,
    CANCELLED;

    boolean canBecome(ProjectStatus next) {
        return switch (this) {
            case PIPELINE -> next == IMPLEMENTATION || next == CANCELLED;
            case IMPLEMENTATION -> next == FINALISATION || next == SUSPENDED || next == CANCELLED;
            case FINALISATION -> next == CLOSED || next == SUSPENDED;
            case SUSPENDED -> next == IMPLEMENTATION || next == FINALISATION || next == CANCELLED;
            case CLOSED, CANCELLED -> false;
        };
    }

    List<ProjectStatus> next() {
        return Arrays.stream(values()).filter(this::canBecome).toList();
    }
}
