/** What the gateway is told by its surroundings. Start at {@link Settings}. */
package org.isthmus.gateway.settings;
