package org.isthmus.stack;

import org.isthmus.stack.machine.Ports;
import org.isthmus.stack.token.DemoClients;
import org.isthmus.stack.token.TokenIssuer;

/** What a newcomer reads when everything runs: where it is, how to get a token, and lines to try. */
record Welcome(Ports ports) {

    String text() {
        return """

                Isthmus is at            http://127.0.0.1:%1$d/            (the index; /docs to try things out, /openapi.json for clients)
                The services behind it   http://127.0.0.1:%2$d  http://127.0.0.1:%3$d  http://127.0.0.1:%4$d   (programming, funding, projects)
                PostgreSQL, Kafka        127.0.0.1:%5$d  127.0.0.1:%6$d

                LOCAL USE ONLY: the token issuer at %7$s gives a token to anybody who asks on this machine.
                Demo clients: %8$s.
                A token:
                  token() { curl -s %7$s/token -d grant_type=client_credentials -d client_secret=any -d client_id="$1" | sed -n 's/.*"access_token" *: *"\\([^"]*\\)".*/\\1/p'; }

                Try:
                  curl -s 'http://127.0.0.1:%1$d/v1/projects?limit=3'
                  curl -s 'http://127.0.0.1:%1$d/v1/execution?groupBy=strand'
                  curl -s -H "Authorization: Bearer $(token finance-officer)" 'http://127.0.0.1:%1$d/v1/commitments?limit=3'
                """.formatted(
                        ports.gateway(),
                        ports.programming(),
                        ports.funding(),
                        ports.projects(),
                        ports.postgres(),
                        ports.kafka(),
                        TokenIssuer.url(ports),
                        String.join(", ", DemoClients.names()));
    }
}
