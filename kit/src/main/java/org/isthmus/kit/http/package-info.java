/** HTTP conventions that all services keep: problems, request ids, conditional requests. Start at {@link Problems}. */
package org.isthmus.kit.http;
