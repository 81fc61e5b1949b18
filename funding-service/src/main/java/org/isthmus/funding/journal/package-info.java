/**
 * Reading the books: movements, accounts with their balances, and their entries, by what they are and belong to.
 *
 * <p>Start at {@link MovementResource}. What of it everybody may see is decided where it is
 * written, by whether its project is published.
 */
@NullMarked
package org.isthmus.funding.journal;

import org.jspecify.annotations.NullMarked;
