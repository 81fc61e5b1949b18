/** The smallest room that uses all of the kit; only the kit's tests know it. */
@NullMarked
package org.isthmus.kit.note;

import org.jspecify.annotations.NullMarked;
