/**
 * The register of projects: what sources say of each, its status, its grant, and whether the public may read it.
 *
 * <p>Start at {@link org.isthmus.projects.project.Project}: it holds the rules. {@link
 * org.isthmus.projects.project.ProjectPages} makes the representation of every version. Publishes {@code
 * projects.projects}.
 */
@NullMarked
package org.isthmus.projects.project;

import org.jspecify.annotations.NullMarked;
