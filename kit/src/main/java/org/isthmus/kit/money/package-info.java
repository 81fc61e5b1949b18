/** Exact amounts of money. Start at {@link Money}. */
@NullMarked
package org.isthmus.kit.money;

import org.jspecify.annotations.NullMarked;
