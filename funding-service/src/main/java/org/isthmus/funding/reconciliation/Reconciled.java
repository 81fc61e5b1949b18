package org.isthmus.funding.reconciliation;

import java.util.List;

/** A room that says what must hold of its tables; {@link Reconciliation} runs the checks of all rooms. */
public interface Reconciled {

    List<Check> checks();
}
