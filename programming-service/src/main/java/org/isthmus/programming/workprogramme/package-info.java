/** Annual work programmes, their actions, their adoption as financing decision, and their amendments. Start with {@code WorkProgramme}; publishes {@code programming.work-programmes} and hears {@code funding.allocations}. */
@NullMarked
package org.isthmus.programming.workprogramme;

import org.jspecify.annotations.NullMarked;
