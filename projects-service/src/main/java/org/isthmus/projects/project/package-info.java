/**
 * The register of projects: what sources say of each, its status, its grant, and whether the public may read it.
 *
 * <p>Start at {@link org.isthmus.projects.project.Project}: it holds the rules. {@link
 * org.isthmus.projects.project.Projects} keeps its representations, {@link org.isthmus.projects.project.ProjectChanges}
 * those of the projects around it. Publishes {@code projects.projects}.
 */
@Room(
        owns = {"project", "project_history", "project_view"},
        reads = "known_region")
package org.isthmus.projects.project;

import org.isthmus.kit.Room;
