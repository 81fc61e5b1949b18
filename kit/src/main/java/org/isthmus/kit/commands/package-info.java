/** One transaction, one idempotency key and one audit line around every write. Start at {@link Write}. */
package org.isthmus.kit.commands;
