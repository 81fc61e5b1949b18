/**
 * Our copies of what programming owns (programmes with strands, countries, actions), to check the codes of projects with.
 *
 * <p>Fed by events, never edited here. Start at {@link org.isthmus.projects.reference.Codes}.
 */
@NullMarked
package org.isthmus.projects.reference;

import org.jspecify.annotations.NullMarked;
