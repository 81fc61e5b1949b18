package org.isthmus.kit.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.isthmus.kit.rules.Refusal;
import org.jspecify.annotations.Nullable;

/** Reads every request body strictly: text in UTF-8 as it is sent, JSON to its end. */
@Provider
class StrictBodies implements ReaderInterceptor {

    private final ObjectMapper json;
    private final BodyBounds bounds;
    private final StrictReading reading;
    private final RequestNotes notes;
    private final ReadBodies repeated;

    StrictBodies(ObjectMapper json, BodyBounds bounds, StrictReading reading, RequestNotes notes, ReadBodies repeated) {
        this.json = json;
        this.bounds = bounds;
        this.reading = reading;
        this.notes = notes;
        this.repeated = repeated;
    }

    @Override
    @Nullable
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException, WebApplicationException {
        if (!Utf8.isNamed(context.getMediaType())
                || !isPlain(context.getHeaders().get(HttpHeaders.CONTENT_ENCODING))) {
            throw new NotSupportedException();
        }
        int most = bounds.bytes(context.getType());
        byte[] read = context.getInputStream().readNBytes(most + 1);
        if (read.length > most) {
            throw new Refusal(
                    Refusal.Kind.TOO_LARGE, "too-large", "At most %d bytes are read here".formatted(most), List.of());
        }
        byte[] body = Utf8.checked(read);
        notes.body(body);
        bounds.check(context.getType(), body);
        Optional<ReadBodies.Meant> meant = repeated(context.getType(), body);
        byte[] written = meant.map(one -> Json.write(json, one.body()).getBytes(StandardCharsets.UTF_8))
                .orElse(body);
        context.setInputStream(new ByteArrayInputStream(written));
        return reading.read(
                context.getType(),
                context::proceed,
                () -> json.readTree(written),
                meant.map(ReadBodies.Meant::faults).orElse(List.of()));
    }

    /** One that can't be read is told so afterwards. */
    private Optional<ReadBodies.Meant> repeated(Class<?> type, byte[] body) throws IOException {
        try {
            return repeated.meant(type, () -> json.readTree(body));
        } catch (JsonProcessingException unreadable) {
            return Optional.empty();
        }
    }

    static boolean isPlain(@Nullable List<String> encodings) {
        return encodings == null
                || encodings.stream().allMatch(encoding -> encoding.trim().equalsIgnoreCase("identity"));
    }
}
