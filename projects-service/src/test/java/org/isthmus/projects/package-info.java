/** Tests of the projects service; {@link org.isthmus.projects.World} is what they begin with. */
package org.isthmus.projects;
