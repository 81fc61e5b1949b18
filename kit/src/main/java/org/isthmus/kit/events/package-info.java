/** Events out (outbox and relay) and events in (inbox). Start at {@link Outbox} and {@link Inbox}. */
package org.isthmus.kit.events;
