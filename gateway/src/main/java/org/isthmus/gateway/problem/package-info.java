/** What the gateway refuses or can not do, as problem documents with the id of the request. Start at {@link Problems}. */
package org.isthmus.gateway.problem;
