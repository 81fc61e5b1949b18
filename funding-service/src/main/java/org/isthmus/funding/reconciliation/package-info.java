/** Compares the books with themselves and with everything that was made from them; what is compared is offered by the rooms. */
@Room
package org.isthmus.funding.reconciliation;

import org.isthmus.kit.Room;
