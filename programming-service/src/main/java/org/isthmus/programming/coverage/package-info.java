/** How each action is covered: planned against allocated, committed and paid; and published figures against what is recorded. Start with {@code Coverage}; hears {@code funding.commitments} and {@code projects.projects}. */
@NullMarked
package org.isthmus.programming.coverage;

import org.jspecify.annotations.NullMarked;
