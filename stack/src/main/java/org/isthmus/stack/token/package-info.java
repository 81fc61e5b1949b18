/** The issuer of tokens for local use, and its demo clients. Start at {@link TokenIssuer}. */
@NullMarked
package org.isthmus.stack.token;

import org.jspecify.annotations.NullMarked;
