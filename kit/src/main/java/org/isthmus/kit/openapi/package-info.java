/** The OpenAPI document of a service: what holds for every operation is written once, here. Start at {@link ApiConventions}. */
package org.isthmus.kit.openapi;
