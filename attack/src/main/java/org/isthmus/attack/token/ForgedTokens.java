package org.isthmus.attack.token;

import java.util.List;
import java.util.stream.Stream;

/** Every kind of token that must let nobody in, beside the nearest that must. */
public final class ForgedTokens {

    private ForgedTokens() {}

    public static List<ForgedToken> all(TokenSigner signer) {
        return Stream.of(HeaderCases.all(signer), KeyCases.all(signer), ClaimCases.all(signer), FormCases.all(signer))
                .flatMap(cases -> cases)
                .toList();
    }
}
