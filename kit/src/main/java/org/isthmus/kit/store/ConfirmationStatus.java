package org.isthmus.kit.store;

/** How far something is that one person asks for and another one confirms. */
public enum ConfirmationStatus {
    REQUESTED,
    CONFIRMED,
    REJECTED
}
