package org.isthmus.kit.http;

import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import org.isthmus.kit.problem.ProblemType;
import org.jboss.resteasy.reactive.RestResponse;

/** The answers to writes: the representation as it is now, with its version as ETag. */
public final class Answers {

    private Answers() {}

    public static <T> RestResponse<T> created(String location, T view, int version) {
        return RestResponse.ResponseBuilder.<T>create(RestResponse.Status.CREATED)
                .entity(view)
                .location(at(location))
                .header(HttpHeaders.ETAG, ETags.of(version))
                .build();
    }

    /** It was taken in, and what comes of it will show where the answer says. */
    public static <T> RestResponse<T> accepted(String location, RestResponse<T> answer) {
        return RestResponse.ResponseBuilder.<T>create(RestResponse.Status.ACCEPTED)
                .entity(answer.getEntity())
                .location(at(location))
                .header(HttpHeaders.ETAG, answer.getHeaders().getFirst(HttpHeaders.ETAG))
                .build();
    }

    /** Where this installation is reached, whatever host the request named. */
    private static URI at(String path) {
        return URI.create(ProblemType.publicUrl() + path);
    }

    public static <T> RestResponse<T> ok(T view, int version) {
        return RestResponse.ResponseBuilder.<T>create(RestResponse.Status.OK)
                .entity(view)
                .header(HttpHeaders.ETAG, ETags.of(version))
                .build();
    }
}
