/** Which requests are let through: their origin, size, rate and token. Start at {@link Admission}. */
@NullMarked
package org.isthmus.gateway.admission;

import org.jspecify.annotations.NullMarked;
