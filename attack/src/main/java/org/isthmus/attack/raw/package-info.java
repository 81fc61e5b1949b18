/** Requests written to a socket byte by byte, as no client library would: each is read in one way, or refused. Start at {@link RawCases}. */
@NullMarked
package org.isthmus.attack.raw;

import org.jspecify.annotations.NullMarked;
