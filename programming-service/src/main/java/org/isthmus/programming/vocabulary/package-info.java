/** Vocabularies that the sources classify by: areas, research areas, target groups, instruments, routes. Start with {@code VocabularyTerm}; publishes {@code programming.vocabulary-terms}. */
@Room(owns = {"vocabulary_term", "vocabulary_term_history", "vocabulary_term_view"})
package org.isthmus.programming.vocabulary;

import org.isthmus.kit.Room;
