package org.isthmus.stack.token;

import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Set;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.http.NettyWrapper;
import no.nav.security.mock.oauth2.token.KeyProvider;
import no.nav.security.mock.oauth2.token.OAuth2TokenProvider;
import org.isthmus.reference.ClientTokens;
import org.isthmus.stack.machine.CannotStart;
import org.isthmus.stack.machine.Ports;

/**
 * Gives every demo client a token, without asking for a secret: for this machine only. It listens on loopback, in the launcher's own process, and
 * signs with a key made at each start, so no token outlives a run.
 */
public final class TokenIssuer implements AutoCloseable {

    private static final String NAME = "isthmus";

    private final MockOAuth2Server server;

    private TokenIssuer(MockOAuth2Server server) {
        this.server = server;
    }

    public static TokenIssuer start(Ports ports) {
        var keys = new OAuth2TokenProvider(new KeyProvider(List.of()));
        var server = new MockOAuth2Server(new OAuth2Config(
                false, null, null, false, keys, Set.of(new DemoClients(NAME, url(ports))), new NettyWrapper()));
        try {
            server.start(InetAddress.getLoopbackAddress(), ports.tokenIssuer());
        } catch (Exception failure) { // Kotlin declares none, and throws them all the same
            throw new CannotStart(
                    "The token issuer could not listen on port %d.".formatted(ports.tokenIssuer()), failure);
        }
        return new TokenIssuer(server);
    }

    public static URI url(Ports ports) {
        return URI.create("http://127.0.0.1:%d/%s".formatted(ports.tokenIssuer(), NAME));
    }

    /** Tokens of the demo clients; any secret will do. */
    public static ClientTokens tokens(Ports ports) {
        return new ClientTokens(URI.create(url(ports) + "/token"), client -> "any");
    }

    @Override
    public void close() {
        server.shutdown();
    }
}
