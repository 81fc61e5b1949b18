/**
 * Many movements in one request, of any type: all of them are booked, or none and every row that is wrong is named.
 *
 * <p>Start at {@link BatchResource}. The rules are the rooms' own.
 */
@Room
package org.isthmus.funding.batch;

import org.isthmus.kit.Room;
