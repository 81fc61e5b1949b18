/**
 * What documents print about a programme, such as "300 projects, EUR 800 m", beside what is recorded until their day.
 *
 * <p>Start with {@code ComparePublishedFigures}; it reads what coverage keeps of projects and commitments.
 */
@Room(reads = {"attributed_subject", "known_commitment", "known_project"})
package org.isthmus.programming.publishedfigures;

import org.isthmus.kit.Room;
