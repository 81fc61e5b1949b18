/** What programming documents say in numbers and shares: periods, envelope figures with their sources, shares of countries and strands. */
@Room
package org.isthmus.programming.values;

import org.isthmus.kit.Room;
