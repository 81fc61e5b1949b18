/** Which requests are let through: their origin, size, rate and token. Start at {@link Admission}. */
package org.isthmus.gateway.admission;
