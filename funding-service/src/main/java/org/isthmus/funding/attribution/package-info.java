/**
 * To which programme, strands and countries the money of a project or an action belongs, as other services tell it.
 *
 * <p>Start at {@link KnownProjects} and {@link KnownActions}. Fed by {@code programming.regions}, {@code programming.countries} and {@code programming.programmes} and, through
 * the rooms that act on them, by {@code programming.work-programmes} and {@code projects.projects}. Publishes nothing.
 */
@Room(
        owns = {
            "attributed_share",
            "attributed_subject",
            "known_action",
            "known_country",
            "known_programme",
            "known_project",
            "known_region"
        })
package org.isthmus.funding.attribution;

import org.isthmus.kit.Room;
