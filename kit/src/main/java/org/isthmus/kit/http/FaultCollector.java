package org.isthmus.kit.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import com.fasterxml.jackson.databind.jsontype.TypeIdResolver;
import java.io.IOException;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;
import org.isthmus.kit.rules.Fault;
import org.isthmus.kit.rules.Refusal;
import org.jspecify.annotations.Nullable;

/** Lets Jackson read on after a fault, so that a request body is told everything that is wrong with it at once. */
final class FaultCollector extends DeserializationProblemHandler {

    private static final ThreadLocal<@Nullable List<Fault>> COLLECTED = new ThreadLocal<>();

    static void begin() {
        COLLECTED.set(new ArrayList<>());
    }

    static boolean isReadingBody() {
        return COLLECTED.get() != null;
    }

    static List<Fault> end() {
        List<Fault> faults = COLLECTED.get();
        COLLECTED.remove();
        return faults == null ? List.of() : faults;
    }

    @Override
    public boolean handleUnknownProperty(
            DeserializationContext context,
            JsonParser parser,
            JsonDeserializer<?> deserializer,
            Object target,
            String property)
            throws IOException {
        List<Fault> faults = COLLECTED.get();
        if (faults == null) {
            return false;
        }
        add(faults, Unreadable.unknown(member(context, property), property, deserializer.getKnownPropertyNames()));
        parser.skipChildren();
        return true;
    }

    private static void add(List<Fault> faults, Fault fault) throws TooManyFaults {
        faults.add(fault);
        if (faults.size() > InvalidRequest.MOST_FAULTS) {
            throw new TooManyFaults(faults);
        }
    }

    @Override
    public Object handleWeirdStringValue(DeserializationContext context, Class<?> type, String value, String reason)
            throws TooManyFaults {
        return collect(context, type, "form", sentence(type, reason));
    }

    @Override
    public Object handleWeirdNumberValue(DeserializationContext context, Class<?> type, Number value, String reason)
            throws TooManyFaults {
        return collect(context, type, "form", sentence(type, reason));
    }

    @Override
    public Object handleUnexpectedToken(
            DeserializationContext context, JavaType type, JsonToken token, JsonParser parser, String reason)
            throws IOException {
        Object result = collect(context, type.getRawClass(), "form", sentence(type.getRawClass(), ""));
        if (COLLECTED.get() != null) {
            parser.skipChildren();
        }
        return result;
    }

    @Override
    public Object handleInstantiationProblem(
            DeserializationContext context, Class<?> type, Object argument, Throwable problem) throws TooManyFaults {
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) {
                return collect(context, type, refusal.code(), refusal.detail() + ".");
            }
        }
        return NOT_HANDLED;
    }

    @Override
    public @Nullable JavaType handleUnknownTypeId(
            DeserializationContext context, JavaType base, String id, TypeIdResolver ids, String reason)
            throws TooManyFaults {
        return collectType(context, ids);
    }

    @Override
    public @Nullable JavaType handleMissingTypeId(
            DeserializationContext context, JavaType base, TypeIdResolver ids, String reason) throws TooManyFaults {
        return collectType(context, ids);
    }

    /** A row of unknown type is passed over. */
    private static @Nullable JavaType collectType(DeserializationContext context, TypeIdResolver ids)
            throws TooManyFaults {
        List<Fault> faults = COLLECTED.get();
        if (faults == null) {
            return null;
        }
        String known = String.valueOf(ids.getDescForKnownTypeIds()).replaceAll("^.*\\[|\\]$", "");
        String at = pointer(context.getParser()).replaceAll("/type$", "");
        add(faults, Fault.at(at + "/type", "form", "One of %s belongs here.".formatted(known)));
        return context.constructType(Void.class);
    }

    @SuppressWarnings("NullAway") // Jackson takes null for 'handled, no value'
    private static Object collect(DeserializationContext context, Class<?> type, String code, String sentence)
            throws TooManyFaults {
        List<Fault> faults = COLLECTED.get();
        if (faults == null) {
            return NOT_HANDLED;
        }
        add(faults, Fault.at(pointer(context.getParser()), code, sentence));
        return type.isPrimitive() ? Array.get(Array.newInstance(type, 1), 0) : null;
    }

    /** Of a member that Jackson may have put aside meanwhile: the body itself is read on, at most to the end of its object. */
    private static String member(DeserializationContext context, String property) {
        JsonParser body = context.getParser();
        JsonPointer at = body.getParsingContext().pathAsPointer();
        return switch (body.currentToken()) {
            case FIELD_NAME -> at.head().appendProperty(property).toString();
            case END_OBJECT -> at.appendProperty(property).toString();
            default -> at.toString();
        };
    }

    private static String pointer(JsonParser parser) {
        return parser.getParsingContext().pathAsPointer().toString();
    }

    static String sentence(Class<?> type, String reason) {
        if (type.isEnum()) {
            List<String> names = new ArrayList<>();
            for (Object constant : type.getEnumConstants()) {
                names.add(((Enum<?>) constant).name());
            }
            return "One of %s belongs here.".formatted(String.join(", ", names));
        }
        if (type.getName().startsWith("org.isthmus.kit.values")) {
            return reason + ".";
        }
        if (type == String.class && !reason.isEmpty()) {
            return Character.toUpperCase(reason.charAt(0)) + reason.substring(1) + ".";
        }
        return "A %s belongs here.".formatted(words(type));
    }

    private static String words(Class<?> type) {
        return switch (type.getSimpleName()) {
            case "String" -> "string";
            case "Integer", "Long", "int", "long" -> "whole number";
            case "BigDecimal" -> "decimal number";
            case "Boolean", "boolean" -> "true or false";
            case "List", "ArrayList" -> "list";
            case "LocalDate" -> "date such as 2009-03-01";
            case "UUID" -> "UUID";
            case "URI" -> "URI";
            case "Instant" -> "instant such as 2009-03-01T12:00:00Z";
            default -> "JSON object of this shape";
        };
    }
}
