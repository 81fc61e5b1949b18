/**
 * Totals: what is added up, by what, for which day, and what of it belongs to nothing and why.
 *
 * <p>Start at {@link Declaration}: what a service says of its report. {@link Breakdown} is what a caller asks of it,
 * {@link Totals} what comes of it. {@link Attributions} keeps what owners tell of whom money belongs to.
 */
package org.isthmus.kit.report;
