/** How a rule says no. Start at {@link Refusal}. */
package org.isthmus.kit.rules;
