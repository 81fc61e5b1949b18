package org.isthmus.gateway.admission;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RateLimitTest {

    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void answersSoManyAMinuteAndNoMore() throws Exception {
        URI address = serve(new RateLimit(3));

        assertThat(ask(address, "a").statusCode()).isEqualTo(200);
        assertThat(ask(address, "a").statusCode()).isEqualTo(200);
        HttpResponse<String> third = ask(address, "a");
        HttpResponse<String> fourth = ask(address, "a");

        assertThat(third.statusCode()).isEqualTo(200);
        assertThat(third.headers().firstValue("RateLimit-Limit")).contains("3");
        assertThat(third.headers().firstValue("RateLimit-Remaining")).contains("0");
        assertThat(fourth.statusCode()).isEqualTo(429);
        assertThat(fourth.headers().firstValue("Retry-After")).contains("20");
        assertThat(fourth.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(fourth.body()).contains("too-many-requests");
    }

    @Test
    void countsEachCallerApart() throws Exception {
        URI address = serve(new RateLimit(1));

        assertThat(ask(address, "a").statusCode()).isEqualTo(200);
        assertThat(ask(address, "a").statusCode()).isEqualTo(429);
        assertThat(ask(address, "b").statusCode()).isEqualTo(200);
    }

    @Test
    void isOffWhenNoneIsSet() throws Exception {
        URI address = serve(new RateLimit(0));

        HttpResponse<String> answer = ask(address, "a");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("RateLimit-Limit")).isEmpty();
    }

    private URI serve(RateLimit limit) {
        Router router = Router.router(vertx);
        router.route().handler(context -> {
            if (limit.allows(context, context.normalizedPath())) {
                context.response().end();
            }
        });
        HttpServer server = vertx.createHttpServer()
                .requestHandler(router)
                .listen(0, "localhost")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        return URI.create("http://localhost:" + server.actualPort() + "/");
    }

    private static HttpResponse<String> ask(URI address, String caller) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(address.resolve(caller)).build(), BodyHandlers.ofString());
        }
    }
}
