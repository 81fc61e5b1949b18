package org.isthmus.reference;

import java.net.URI;
import java.util.Optional;

/**
 * Loads the reference data into a running system, as a job beside it; what is there already is left as it is.
 *
 * <p>Environment: {@code GATEWAY_URL}, {@code TOKEN_URL}, and {@code CLIENT_SECRETS}, the beginning of every client's secret,
 * which ends in {@code -<client>}.
 */
public final class LoadReferenceData {

    private LoadReferenceData() {}

    public static void main(String... arguments) {
        try {
            URI gateway = URI.create(setting("GATEWAY_URL"));
            String secrets = setting("CLIENT_SECRETS");
            ClientTokens tokens = new ClientTokens(URI.create(setting("TOKEN_URL")), client -> secrets + "-" + client);
            ReferenceData.load(gateway, tokens, System.out::println);
        } catch (NotLoaded refusal) {
            System.err.println(refusal.sentence());
            System.exit(1);
        }
    }

    private static String setting(String name) {
        return Optional.ofNullable(System.getenv(name))
                .filter(value -> !value.isBlank())
                .orElseThrow(() -> new NotLoaded("%s is not set.".formatted(name)));
    }
}
