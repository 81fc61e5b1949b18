/** Ready-made representations: details, lists, exports and past states from one table a room. Start at {@link Documents} and {@link Listing}. */
@NullMarked
package org.isthmus.kit.documents;

import org.jspecify.annotations.NullMarked;
