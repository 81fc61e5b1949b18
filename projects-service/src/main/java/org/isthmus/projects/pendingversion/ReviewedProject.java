package org.isthmus.projects.pendingversion;

import java.util.UUID;

/** The projects whose changes are reviewed, as the register of projects keeps them. */
public interface ReviewedProject {

    /** Keeps others from it until the transaction ends. */
    void hold(UUID project);

    /** Changes it as a partner proposed, and answers the version that was made. */
    int publish(UUID project, ProposedChanges changes);
}
