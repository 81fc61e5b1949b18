package org.isthmus.programming.workflow;

/** What the committee of the Member States said; only an unfavourable opinion blocks the adoption. */
public enum Opinion {
    FAVOURABLE,
    NONE,
    UNFAVOURABLE
}
