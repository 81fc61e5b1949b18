/** Countries and the instruments under which they are eligible. Start with {@code Country}; publishes {@code programming.countries}. */
@Room(owns = {"country", "country_history", "country_view"})
package org.isthmus.programming.country;

import org.isthmus.kit.Room;
