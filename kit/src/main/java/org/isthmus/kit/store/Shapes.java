package org.isthmus.kit.store;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How one thing is written, and how it is read: the members of both, by their names. */
record Shapes(ObjectMapper json, Map<String, JavaType> written, Map<String, JavaType> read) {

    static Shapes of(ObjectMapper json, JavaType written, JavaType read) {
        return new Shapes(json, members(json, written), members(json, read));
    }

    private static Map<String, JavaType> members(ObjectMapper json, JavaType type) {
        Map<String, JavaType> members = new LinkedHashMap<>();
        for (BeanPropertyDefinition member :
                json.getSerializationConfig().introspect(type).findProperties()) {
            boolean isUnwrapped = json.getSerializationConfig()
                            .getAnnotationIntrospector()
                            .findUnwrappingNameTransformer(member.getPrimaryMember())
                    != null;
            if (isUnwrapped) {
                members.putAll(members(json, member.getPrimaryType()));
            } else {
                members.put(member.getName(), member.getPrimaryType());
            }
        }
        return members;
    }

    boolean isWritten(String name) {
        return written.containsKey(name);
    }

    /** Whether readers see it, and nobody writes it. */
    boolean isReadOnly(String name) {
        return read.containsKey(name) && !isWritten(name);
    }

    Stream<String> writtenOnly() {
        return written.keySet().stream().filter(name -> !read.containsKey(name));
    }

    /** Those of a member, or of the elements of a list; null where it is written as it is read. */
    @Nullable
    Shapes inner(String name) {
        JavaType one = element(written.get(name));
        JavaType other = element(read.get(name));
        return one == null || other == null || one.equals(other) ? null : of(json, one, other);
    }

    private static @Nullable JavaType element(@Nullable JavaType type) {
        return type != null && type.isCollectionLikeType() ? type.getContentType() : type;
    }

    /** Whether a body says anything that is only read. */
    boolean areRepeatedBy(JsonNode body) {
        return body.properties().stream().anyMatch(member -> {
            if (isReadOnly(member.getKey())) {
                return true;
            }
            Shapes inner = inner(member.getKey());
            return inner != null
                    && (member.getValue().isArray()
                            ? Stream.iterate(0, i -> i + 1)
                                    .limit(member.getValue().size())
                                    .anyMatch(i -> inner.areRepeatedBy(Objects.requireNonNull(
                                            member.getValue().get(i))))
                            : inner.areRepeatedBy(member.getValue()));
        });
    }
}
