/**
 * Generated data and measurements of a running system, as ratios of one run. Start with {@link org.isthmus.bench.Bench};
 * {@link org.isthmus.bench.Generator} makes the data that all measurements share.
 */
package org.isthmus.bench;
