/** Where one request ends and the next begins: read in one way, or refused. Start at {@link Framing}. */
@NullMarked
package org.isthmus.kit.framing;

import org.jspecify.annotations.NullMarked;
