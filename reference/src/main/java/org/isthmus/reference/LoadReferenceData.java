package org.isthmus.reference;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/**
 * Loads the reference data into a running system, as a job beside it; what is there already is left as it is.
 *
 * <p>Environment: {@code GATEWAY_URL}, {@code TOKEN_URL}, and the secret of each client that it acts as, such as
 * {@code CLIENT_SECRET_FINANCE_OFFICER}.
 */
public final class LoadReferenceData {

    private LoadReferenceData() {}

    public static void main(String... arguments) {
        try {
            URI gateway = URI.create(setting("GATEWAY_URL"));
            ClientTokens tokens = new ClientTokens(URI.create(setting("TOKEN_URL")), LoadReferenceData::secret);
            ReferenceData.load(gateway, tokens, System.out::println);
        } catch (NotLoaded refusal) {
            System.err.println(refusal.sentence());
            System.exit(1);
        }
    }

    private static String secret(String client) {
        return setting("CLIENT_SECRET_" + client.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private static String setting(String name) {
        return Optional.ofNullable(System.getenv(name))
                .filter(value -> !value.isBlank())
                .orElseThrow(() -> new NotLoaded("%s is not set.".formatted(name)));
    }
}
