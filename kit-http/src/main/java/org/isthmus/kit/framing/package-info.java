/** Where one request ends and the next begins: read in one way, or refused. Start at {@link Framing} and {@link RequestReader}. */
package org.isthmus.kit.framing;
