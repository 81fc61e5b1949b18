/** Tokens that nobody's provider would issue, each beside the nearest that one would. Start at {@link ForgedTokens}. */
@NullMarked
package org.isthmus.attack.token;

import org.jspecify.annotations.NullMarked;
