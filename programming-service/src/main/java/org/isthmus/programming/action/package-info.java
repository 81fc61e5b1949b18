/** Priority actions: what a work programme decides to finance. Start with {@link org.isthmus.programming.action.Action}; a work programme holds them, this room reads them out. */
@Room(
        owns = {"action_history", "action_view", "registered_action"},
        reads = {"country_view", "indicative_programme_view", "region_view"})
package org.isthmus.programming.action;

import org.isthmus.kit.Room;
