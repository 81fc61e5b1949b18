/** One transaction, one idempotency key and one audit line around every write. Start at {@link Write}. */
@NullMarked
package org.isthmus.kit.commands;

import org.jspecify.annotations.NullMarked;
