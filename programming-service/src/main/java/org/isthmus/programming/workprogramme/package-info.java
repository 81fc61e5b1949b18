/** Annual work programmes, their actions, their adoption as financing decision, and their amendments. Start with {@code WorkProgramme}; publishes {@code programming.work-programmes} and hears {@code funding.allocations}. */
@Room(
        owns = {"work_programme", "work_programme_history", "work_programme_view"},
        reads = {"indicative_programme", "indicative_programme_view"})
package org.isthmus.programming.workprogramme;

import org.isthmus.kit.Room;
