/** The register of regions: one code for each, in a tree. Start with {@code Region}; publishes {@code programming.regions}. */
@NullMarked
@Room(owns = {"region", "region_history", "region_view"})
package org.isthmus.programming.region;

import org.isthmus.kit.Room;
import org.jspecify.annotations.NullMarked;
