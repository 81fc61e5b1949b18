/** HTTP conventions that all services keep: problems, request ids, conditional requests. Start at {@link Problems}. */
@NullMarked
package org.isthmus.kit.http;

import org.jspecify.annotations.NullMarked;
