/** Who may read what of projects and organisations: one place for every way out. Start at {@link Readers}. */
@NullMarked
package org.isthmus.projects.access;

import org.jspecify.annotations.NullMarked;
