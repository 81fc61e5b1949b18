/** Who calls, and what the policy lets them do. Start at {@link Policy}. */
@NullMarked
package org.isthmus.kit.security;

import org.jspecify.annotations.NullMarked;
