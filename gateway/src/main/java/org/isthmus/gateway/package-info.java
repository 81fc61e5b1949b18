/**
 * The one door: routes each path to the service that owns it, and knows no domain. Start reading at {@code Gateway}.
 */
@NullMarked
package org.isthmus.gateway;

import org.jspecify.annotations.NullMarked;
