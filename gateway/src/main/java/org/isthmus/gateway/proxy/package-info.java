/** Passing requests on to the services, and answers back. Start at {@link Upstream}. */
package org.isthmus.gateway.proxy;
