/** Indicative programmes: the envelope of a period and its priorities. Start with {@code IndicativeProgramme}; publishes {@code programming.indicative-programmes}. */
@NullMarked
package org.isthmus.programming.indicativeprogramme;

import org.jspecify.annotations.NullMarked;
