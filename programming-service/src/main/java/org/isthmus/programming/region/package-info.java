/** The register of regions: one code for each, in a tree. Start with {@code Region}; publishes {@code programming.regions}. */
@Room(owns = {"region", "region_history", "region_view"})
package org.isthmus.programming.region;

import org.isthmus.kit.Room;
