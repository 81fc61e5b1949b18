/** How a rule says no. Start at {@link Refusal}. */
@NullMarked
package org.isthmus.kit.rules;

import org.jspecify.annotations.NullMarked;
