/** Tests of the projects service; {@link org.isthmus.projects.World} is what they begin with. */
@NullMarked
package org.isthmus.projects;

import org.jspecify.annotations.NullMarked;
