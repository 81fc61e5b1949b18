/** Priority actions: what a work programme decides to finance. Start with {@link org.isthmus.programming.action.Action}; a work programme holds them, this room reads them out. */
@NullMarked
package org.isthmus.programming.action;

import org.jspecify.annotations.NullMarked;
