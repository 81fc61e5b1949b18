package org.isthmus.programming.vocabulary;

import java.util.UUID;
import org.isthmus.kit.events.Event;
import org.isthmus.kit.values.Text;
import org.jspecify.annotations.Nullable;

/** A term as it stands now, for other services. Contract: {@code contracts/events/programming.vocabulary-terms/}. */
record VocabularyTermEvent(
        UUID termId,
        int version,
        String scheme,
        String code,
        Text title,
        @Nullable String parent) implements Event {

    static VocabularyTermEvent of(VocabularyTerm term) {
        VocabularyTermContent content = term.content();
        return new VocabularyTermEvent(
                term.id(), term.version(), content.scheme(), content.code(), content.title(), content.parentCode());
    }

    @Override
    public Envelope envelope() {
        return new Envelope(
                "programming.vocabulary-terms", "eu.isthmus.programming.vocabulary-term.changed.v1", termId);
    }
}
