/** The programs that a run starts and watches: PostgreSQL, the broker, the services. Start at {@link Foundation}. */
@NullMarked
package org.isthmus.stack.process;

import org.jspecify.annotations.NullMarked;
