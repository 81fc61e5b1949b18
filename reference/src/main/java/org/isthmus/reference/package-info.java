/**
 * Brings the reference data into a running system through its public API, as any client would.
 *
 * <p>Start at {@link org.isthmus.reference.ReferenceData}; what it loads lies in {@code /reference} on the class path.
 */
package org.isthmus.reference;
