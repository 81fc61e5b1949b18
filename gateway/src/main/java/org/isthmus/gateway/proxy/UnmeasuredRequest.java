package org.isthmus.gateway.proxy;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.impl.HttpServerRequestInternal;
import io.vertx.core.http.impl.HttpServerRequestWrapper;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A request of HTTP/2 whose body has no length, as HTTP/1.1 says it: in chunks. */
final class UnmeasuredRequest extends HttpServerRequestWrapper {

    private static final Set<HttpMethod> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private final MultiMap headers;

    private UnmeasuredRequest(HttpServerRequest request) {
        super((HttpServerRequestInternal) request);
        headers = MultiMap.caseInsensitiveMultiMap().addAll(request.headers()).set("Transfer-Encoding", "chunked");
    }

    static HttpServerRequest of(HttpServerRequest request) {
        boolean isUnmeasured = request.version() == HttpVersion.HTTP_2
                && !request.headers().contains("Content-Length")
                && !READS.contains(request.method())
                && !request.isEnded();
        return isUnmeasured ? new UnmeasuredRequest(request) : request;
    }

    @Override
    public MultiMap headers() {
        return headers;
    }

    @Override
    public @Nullable String getHeader(String name) {
        return headers.get(name);
    }

    @Override
    public @Nullable String getHeader(CharSequence name) {
        return headers.get(name);
    }
}
