/** What sources print of a project beside its figures: other titles, documents, results in words, numbers of sub-projects and pilot countries. */
@Room
package org.isthmus.projects.printed;

import org.isthmus.kit.Room;
