/** How an adopted work programme changes: what waits for the committee, what took effect, and which decision each action rests on since. Start with {@link org.isthmus.programming.amendment.Amendments}; a work programme holds them. */
@Room
package org.isthmus.programming.amendment;

import org.isthmus.kit.Room;
