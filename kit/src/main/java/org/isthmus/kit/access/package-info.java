/** Who asks, and which rows and which body an answer may show: once for every way out. Start at {@link Audience}. */
package org.isthmus.kit.access;
