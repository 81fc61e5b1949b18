package org.isthmus.programming.action;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How an action is carried out. */
@Schema(name = "ImplementationMode")
public enum Mode {
    CALL,
    DIRECT_AWARD,
    FACILITY,
    PROCUREMENT
}
