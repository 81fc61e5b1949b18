package org.isthmus.projects.historical;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.isthmus.kit.rules.Faults;

/** The register of projects, as far as the past is entered into it. */
public interface ProjectsOfThePast {

    /** Those of the ids that are of projects. */
    Set<UUID> known(Set<UUID> ids);

    /** Notes what stands against each; the projects are locked until the transaction ends. */
    void check(List<HistoricalProject> asked, Faults faults);

    /** Gives each its status. */
    void enter(List<HistoricalProject> asked);
}
