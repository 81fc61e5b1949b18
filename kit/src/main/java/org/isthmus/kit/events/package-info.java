/** Events out (outbox and relay) and events in (inbox). Start at {@link Outbox} and {@link Inbox}. */
@NullMarked
package org.isthmus.kit.events;

import org.jspecify.annotations.NullMarked;
