/** Compares the books with themselves and with everything that was made from them; what is compared is offered by the rooms. */
@Room(reads = {"attributed_subject", "commitment", "known_action", "known_project"})
package org.isthmus.funding.reconciliation;

import org.isthmus.kit.Room;
