/** SQL by hand: one statement, its values, its rows. Start at {@link Query}. */
package org.isthmus.kit.query;
