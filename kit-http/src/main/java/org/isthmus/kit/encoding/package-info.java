/** How an answer is compressed, and how its entity tags say so. */
package org.isthmus.kit.encoding;
