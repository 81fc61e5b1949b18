package org.isthmus.testing;

import io.restassured.RestAssured;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.isthmus.attack.raw.RawAnswer;
import org.isthmus.attack.raw.RawCase;
import org.isthmus.attack.raw.RawCases;
import org.isthmus.attack.raw.RawSocket;

/** Sends each of the raw cases to the own port of a service, with a request behind it that must be answered only where it may. */
public final class OneReading {

    /** There is nothing there, so whatever is taken is answered alike. */
    private static final String PATH = "/v1/nothing-here";

    private static final String LAST = "GET /q/health/live HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";

    private final RawSocket service;

    /** Of the service that the test runs. */
    public OneReading() {
        service = new RawSocket(URI.create("http://localhost:" + RestAssured.port));
    }

    /** The cases that did not end as they must, each with what was answered; none where all is well. */
    public List<String> wrong() throws IOException {
        return wrong(() -> LAST);
    }

    /** The same with another request behind, one that ends its connection. */
    public List<String> wrong(Supplier<String> behind) throws IOException {
        List<String> wrong = new ArrayList<>();
        for (RawCase each : RawCases.all()) {
            RawCase all = new RawCase(
                    each.kind(), each.sent() + behind.get(), each.outcome(), each.status(), each.requests());
            List<RawAnswer> answers = switch (each.outcome()) {
                case REFUSED, TAKEN -> service.send(all.bytes(PATH));
                case ABANDONED -> service.sendAndStop(each.bytes(PATH));
            };
            if (!isRight(each, answers)) {
                wrong.add(each + " -> " + answers);
            }
        }
        return wrong;
    }

    private static boolean isRight(RawCase each, List<RawAnswer> answers) {
        return switch (each.outcome()) {
            case REFUSED ->
                answers.size() == each.requests() + 1
                        && answers.getLast().status() == each.status()
                        && answers.getLast().isProblem();
            case TAKEN ->
                answers.size() == each.requests() + 1
                        && answers.stream().limit(each.requests()).allMatch(answer -> answer.status() == 404);
            case ABANDONED -> answers.stream().noneMatch(answer -> answer.status() < 400);
        };
    }
}
