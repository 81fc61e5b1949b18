/** How each action is covered: planned against allocated, committed and paid. Start with {@code Coverage}; hears {@code funding.commitments} and {@code projects.projects}. */
@Room(
        owns = {
            "attributed_share",
            "attributed_subject",
            "commitment_state",
            "coverage",
            "coverage_act",
            "coverage_history",
            "coverage_record",
            "coverage_view",
            "known_commitment",
            "known_project",
            "public_coverage_history",
            "public_coverage_view"
        },
        reads = {"job", "region_view"})
package org.isthmus.programming.coverage;

import org.isthmus.kit.Room;
