/**
 * Texts that must not be kept, taken out of everything that holds them: an act of two persons. Start at {@link
 * org.isthmus.kit.erasure.Erasures}.
 */
package org.isthmus.kit.erasure;
