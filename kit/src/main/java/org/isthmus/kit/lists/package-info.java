/**
 * What lists, reports and single reads may be asked, and how lists answer. Start at {@link Parameters} (what is asked),
 * {@link ViewTable} (what a list offers) and {@link Lists} (how it answers).
 */
package org.isthmus.kit.lists;
