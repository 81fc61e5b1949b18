/** Passing requests on to the services, and answers back. Start at {@link Upstream}. */
@NullMarked
package org.isthmus.gateway.proxy;

import org.jspecify.annotations.NullMarked;
