/** Where a figure comes from. Start at {@link Source}. */
@NullMarked
package org.isthmus.kit.sources;

import org.jspecify.annotations.NullMarked;
