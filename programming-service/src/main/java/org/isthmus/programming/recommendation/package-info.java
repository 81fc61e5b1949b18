/** Which recommendations there are, and which evaluation made each: what documents may refer to. Start with {@code RecommendationRegister}. */
@NullMarked
package org.isthmus.programming.recommendation;

import org.jspecify.annotations.NullMarked;
