/** The OpenAPI document of a service: what holds for every operation is written once, here. Start at {@link ApiConventions}. */
@NullMarked
package org.isthmus.kit.openapi;

import org.jspecify.annotations.NullMarked;
