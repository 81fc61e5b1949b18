/** Dates that are only as precise as their source. Start at {@link PartialDate}. */
@NullMarked
package org.isthmus.kit.time;

import org.jspecify.annotations.NullMarked;
