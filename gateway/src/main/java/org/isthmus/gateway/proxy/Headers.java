package org.isthmus.gateway.proxy;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.httpproxy.ProxyRequest;
import io.vertx.httpproxy.ProxyResponse;
import java.util.List;
import org.isthmus.gateway.problem.RequestId;

/** Which headers go through, and what the gateway adds: no hop-by-hop header, no forwarded address that it did not see. */
final class Headers {

    private static final List<String> ONE_HOP = List.of(
            "Connection",
            "Keep-Alive",
            "Proxy-Connection",
            "Proxy-Authenticate",
            "Proxy-Authorization",
            "TE",
            "Upgrade");

    private Headers() {}

    static void toService(ProxyRequest request) {
        HttpServerRequest asked = request.proxiedRequest();
        MultiMap headers = request.headers();
        dropOneHop(headers);
        headers.remove("Forwarded")
                .remove("Expect")
                .remove("X-Forwarded-Prefix")
                .remove("X-Forwarded-Port");
        headers.set("X-Forwarded-For", asked.remoteAddress().hostAddress());
        headers.set("X-Forwarded-Proto", String.valueOf(asked.scheme()));
        if (asked.authority() == null) {
            headers.remove("X-Forwarded-Host");
        } else {
            headers.set("X-Forwarded-Host", asked.authority().toString());
        }
        headers.set(RequestId.ID, RequestId.of(asked));
        headers.set(RequestId.TRACE, RequestId.traceparent(asked));
    }

    /**
     * What the gateway has already said, it says for all: a service's own word on the same is dropped. A location is told
     * without the service's own address.
     */
    static void toCaller(ProxyResponse response, String service) {
        MultiMap headers = response.headers();
        dropOneHop(headers);
        String location = headers.get("Location");
        if (location != null && location.startsWith(service)) {
            headers.set("Location", location.substring(service.length() - 1));
        }
        response.request().proxiedRequest().response().headers().names().forEach(headers::remove);
    }

    private static void dropOneHop(MultiMap headers) {
        for (String named : headers.getAll("Connection")) {
            for (String name : named.split(",", -1)) {
                headers.remove(name.trim());
            }
        }
        ONE_HOP.forEach(headers::remove);
    }
}
