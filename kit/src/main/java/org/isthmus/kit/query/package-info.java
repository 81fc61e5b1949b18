/** SQL by hand: one statement, its values, its rows. Start at {@link Query}. */
@NullMarked
package org.isthmus.kit.query;

import org.jspecify.annotations.NullMarked;
