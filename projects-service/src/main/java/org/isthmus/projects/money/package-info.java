/**
 * What funding's books say of each project: the newest state of its commitments, summed.
 *
 * <p>Fed by events, never edited here. Start at {@link org.isthmus.projects.money.ProjectMoney}.
 */
@Room(owns = {"known_commitment", "project_money"})
package org.isthmus.projects.money;

import org.isthmus.kit.Room;
