/**
 * The one door: routes each path to the service that owns it, and knows no domain. Start reading at {@code Gateway}.
 */
package org.isthmus.gateway;
