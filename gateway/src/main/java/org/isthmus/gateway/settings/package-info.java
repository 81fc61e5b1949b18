/** What the gateway is told by its surroundings. Start at {@link Settings}. */
@NullMarked
package org.isthmus.gateway.settings;

import org.jspecify.annotations.NullMarked;
