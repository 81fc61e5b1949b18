/** Which recommendations there are, and which evaluation made each: what documents may refer to. Start with {@code RecommendationRegister}. */
@Room(owns = "recommendation", reads = "evaluation")
package org.isthmus.programming.recommendation;

import org.isthmus.kit.Room;
