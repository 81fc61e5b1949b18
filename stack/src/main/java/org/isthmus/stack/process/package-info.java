/** The programs that a run starts and watches: PostgreSQL, the broker, the services. Start at {@link Foundation}. */
package org.isthmus.stack.process;
