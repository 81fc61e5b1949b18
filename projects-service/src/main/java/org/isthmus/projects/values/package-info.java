/**
 * What sources say about a project, piece by piece: the values that requests, aggregates and representations share.
 *
 * <p>Each piece knows its own rules and names what is wrong with it. Nothing here has an identity.
 */
@Room
package org.isthmus.projects.values;

import org.isthmus.kit.Room;
