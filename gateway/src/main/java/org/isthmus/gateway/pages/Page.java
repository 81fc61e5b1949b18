package org.isthmus.gateway.pages;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;
import org.isthmus.kit.encoding.EntityTags;
import org.isthmus.kit.encoding.Gzip;
import org.jspecify.annotations.Nullable;

/** Something of the gateway's own to show: made once, compressed once, and not sent twice to a caller who has it. */
final class Page {

    static final String HTML = "text/html; charset=utf-8";
    static final String JSON = "application/json";
    private static final String HTML_MAY =
            "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final String type;
    private final Buffer plain;
    private final Buffer zipped;
    private final String tag;
    private final @Nullable String may;

    private Page(String type, byte[] bytes, @Nullable String may) {
        this.type = type;
        this.may = may;
        plain = Buffer.buffer(bytes);
        zipped = Buffer.buffer(zip(bytes));
        tag = "\"" + digest(bytes) + "\"";
    }

    static Page of(String type, String text) {
        return new Page(type, text.getBytes(UTF_8), type.equals(HTML) ? HTML_MAY : null);
    }

    /** An HTML page that may do more than show itself: {@code may} is its Content-Security-Policy. */
    static Page thatMay(String may, String html) {
        return new Page(HTML, html.getBytes(UTF_8), may);
    }

    static Page ofResource(String type, String resource) {
        return new Page(type, read(resource), null);
    }

    static byte[] read(String resource) {
        try (InputStream stream = Page.class.getClassLoader().getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException("No resource " + resource);
            }
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void send(RoutingContext context) {
        HttpServerRequest request = context.request();
        HttpServerResponse response = context.response();
        boolean zips = Gzip.isChosen(request.getHeader("Accept-Encoding"));
        String shown = zips ? Gzip.tag(tag) : tag;
        response.putHeader("ETag", shown)
                .putHeader("Cache-Control", "no-cache")
                .putHeader("Vary", "Accept, Accept-Encoding");
        if (may != null) {
            response.putHeader("Content-Security-Policy", may);
        }
        if (EntityTags.isAmong(shown, request.getHeader("If-None-Match"))) {
            response.setStatusCode(304).end();
            return;
        }
        response.putHeader("Content-Type", type);
        if (zips) {
            response.putHeader("Content-Encoding", "gzip").end(zipped);
        } else {
            response.end(plain);
        }
    }

    private static byte[] zip(byte[] bytes) {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(zipped)) {
            zip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return zipped.toByteArray();
    }

    private static String digest(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(digest, 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
