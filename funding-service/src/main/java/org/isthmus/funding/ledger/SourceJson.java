package org.isthmus.funding.ledger;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.UncheckedIOException;
import org.isthmus.kit.sources.Source;
import org.jspecify.annotations.Nullable;

/** A source as it is kept in a column. */
final class SourceJson {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
            .build();

    private SourceJson() {}

    static @Nullable String write(@Nullable Source source) {
        try {
            return source == null ? null : JSON.writeValueAsString(source);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("cannot write a source", e);
        }
    }

    static @Nullable Source read(@Nullable String written) {
        try {
            return written == null ? null : JSON.readValue(written, Source.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("cannot read a source", e);
        }
    }
}
