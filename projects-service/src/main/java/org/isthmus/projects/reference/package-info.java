/**
 * Our copies of what programming owns (programmes with strands, regions, countries, actions, terms of vocabularies), to check the codes of projects with.
 *
 * <p>Fed by events, never edited here. Start at {@link org.isthmus.projects.reference.Codes}.
 */
@Room(owns = {"known_action", "known_country", "known_programme", "known_region", "known_strand", "known_term"})
package org.isthmus.projects.reference;

import org.isthmus.kit.Room;
