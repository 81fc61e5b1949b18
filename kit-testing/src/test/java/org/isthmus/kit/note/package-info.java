/** The smallest room that uses all of the kit; only the kit's tests know it. */
package org.isthmus.kit.note;
