/**
 * What was allocated, committed, paid and decommitted per strand, country, region, year, programme and action, to the
 * cent, and what of it can be attributed to nothing and why.
 *
 * <p>Start at {@link ExecutionReport}. Every row links to the entries that make it up.
 */
@Room(
        reads = {
            "account",
            "attributed_share",
            "attributed_subject",
            "commitment",
            "entry",
            "known_action",
            "known_project",
            "known_region",
            "movement"
        })
package org.isthmus.funding.execution;

import org.isthmus.kit.Room;
