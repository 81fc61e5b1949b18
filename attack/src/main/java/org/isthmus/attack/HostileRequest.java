package org.isthmus.attack;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One request of a caller who means no good, or does not know better; its parts are chosen by chance. */
final class HostileRequest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final List<String> OTHER_METHODS = List.of("DELETE", "TRACE", "PUT", "POST", "FOO", "OPTIONS");

    private final Operation operation;
    private final Random chance;
    private final Map<String, String> headers = new LinkedHashMap<>();
    private final List<String> query = new ArrayList<>();
    private String method;
    private String path;
    private @Nullable String body;

    HostileRequest(Operation operation, Random chance) {
        this.operation = operation;
        this.chance = chance;
        this.method = operation.method();
        this.path = operation
                .path()
                .replace("{version}", "1")
                .replaceAll("\\{[^}]+}", new UUID(chance.nextLong(), chance.nextLong()).toString());
        if (operation.hasBody() || method.equals("POST")) {
            headers.put("Content-Type", operation.hasBody() ? operation.bodyType() : "application/json");
            body = operation.hasBody() ? new Sample(operation.schemas(), chance).hostile(operation.bodySchema()) : "{}";
        }
        if (!operation.isRead()) {
            headers.put("Idempotency-Key", UUID.randomUUID().toString());
            query.add("dryRun=true");
        }
        for (int parts = 1 + chance.nextInt(2); parts > 0; parts--) {
            spoil();
        }
    }

    private void spoil() {
        switch (chance.nextInt(operation.hasBody() ? 10 : 7)) {
            case 0, 1, 2 -> spoilQuery();
            case 3 -> path = operation.path().replaceAll("\\{[^}]+}", Hostility.id(chance));
            case 4, 5 -> {
                List<String> header = Hostility.header(chance);
                headers.put(header.getFirst(), header.getLast());
            }
            case 6 ->
                method = chance.nextInt(4) == 0 ? OTHER_METHODS.get(chance.nextInt(OTHER_METHODS.size())) : method;
            case 7 -> body = Hostility.body(chance);
            default -> {
                // the body that follows the schema is hostile enough
            }
        }
    }

    private void spoilQuery() {
        List<String> declared = operation.queryParameters();
        String name = declared.isEmpty() || chance.nextInt(6) == 0
                ? "nobodyDeclaresThis"
                : declared.get(chance.nextInt(declared.size()));
        String value = URLEncoder.encode(Hostility.text(chance), StandardCharsets.UTF_8);
        String shortened = value.substring(0, Math.min(value.length(), 2_000)).replaceFirst("%.?$", "");
        for (int times = chance.nextInt(12) == 0 ? 100 : 1; times > 0; times--) {
            query.add(name + "=" + shortened.substring(0, Math.min(shortened.length(), times > 1 ? 50 : 2_000)));
        }
    }

    boolean hasOtherMethod() {
        return !method.equals(operation.method());
    }

    HttpRequest to(URI base, @Nullable String token) {
        String address = query.isEmpty() ? path : path + "?" + String.join("&", query);
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + escaped(address)))
                .timeout(PATIENCE)
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (token != null) {
            request.setHeader("Authorization", "Bearer " + token);
        }
        headers.forEach(request::setHeader);
        return request.build();
    }

    /** What the client refuses to send can't be sent; raw sockets are tried elsewhere. */
    private static String escaped(String address) {
        return address.replaceAll("%(?![0-9A-Fa-f]{2})", "%25")
                .replace("'", "%27")
                .replace("|", "%7C");
    }

    @Override
    public String toString() {
        String shown = "%s %s %s %s".formatted(method, path, query, headers);
        return shorten(shown, 400) + (body == null ? "" : " " + shorten(body, 400));
    }

    private static String shorten(String text, int longest) {
        return text.length() > longest ? text.substring(0, longest) + "..." : text;
    }
}
