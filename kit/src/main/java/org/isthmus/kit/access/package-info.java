/** Who asks, and which rows and which body an answer may show: once for every way out. Start at {@link Audience}. */
@NullMarked
package org.isthmus.kit.access;

import org.jspecify.annotations.NullMarked;
