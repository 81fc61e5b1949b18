/** External evaluations, their recommendations, and what was answered. Start with {@code Evaluation}; publishes {@code programming.evaluations}. */
@Room(
        owns = {"evaluation", "evaluation_history", "evaluation_view", "recommendation_history", "recommendation_view"},
        reads = "programme")
package org.isthmus.programming.evaluation;

import org.isthmus.kit.Room;
