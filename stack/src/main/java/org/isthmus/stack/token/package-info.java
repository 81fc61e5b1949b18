/** The issuer of tokens for local use, and its demo clients. Start at {@link TokenIssuer}. */
package org.isthmus.stack.token;
