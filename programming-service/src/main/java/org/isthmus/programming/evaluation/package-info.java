/** External evaluations, their recommendations, and what was answered. Start with {@code Evaluation}; publishes {@code programming.evaluations}. */
@NullMarked
package org.isthmus.programming.evaluation;

import org.jspecify.annotations.NullMarked;
