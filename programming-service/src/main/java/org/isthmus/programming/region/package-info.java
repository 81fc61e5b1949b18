/** The register of regions: one code for each, in a tree. Start with {@code Region}; publishes {@code programming.regions}. */
@NullMarked
package org.isthmus.programming.region;

import org.jspecify.annotations.NullMarked;
