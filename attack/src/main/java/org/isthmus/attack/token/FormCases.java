package org.isthmus.attack.token;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.isthmus.attack.token.TokenSigner.base64;
import static org.isthmus.attack.token.TokenSigner.json;
import static org.isthmus.attack.token.TokenSigner.text;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What is no token at all: other schemes, parts missing or too many, other alphabets, and what is cut or is no JSON. */
final class FormCases {

    private static final List<String> NO_TOKENS = List.of(
            "",
            "Bearer",
            "bearer",
            "Bearer .",
            "Bearer ..",
            "Bearer ...",
            "Bearer a",
            "Bearer a.b",
            "Bearer a.b.c",
            "Bearer e30.e30.",
            "Bearer .e30.e30",
            "Bearer e30..e30",
            "Bearer e30.e30.e30",
            "Bearer null",
            "Bearer undefined",
            "Bearer a b c",
            "Bearer \"\"",
            "Basic YTpi",
            "Digest username=\"a\"",
            "Negotiate YII",
            "DPoP a.b.c",
            "Token a.b.c",
            "a.b.c",
            "Bearer,",
            ",",
            "=",
            "\u00e9",
            "Bearer \u00e9.\u00e9.\u00e9",
            "Bearer %2e%2e",
            "Bearer AAAA.AAAA.AAAA",
            "Bearer ....",
            "Bearer -._.-");

    private static final List<String> NO_OBJECTS = List.of(
            "",
            " ",
            "null",
            "5",
            "\"text\"",
            "[]",
            "{",
            "{}",
            "}",
            "{'sub':'x'}",
            "{\"sub\":}",
            "{} {}",
            "{\"sub\":\"x\"",
            "\ufeff{}",
            "{\"a\":" + "[".repeat(500) + "]".repeat(500) + "}",
            "{\"exp\":NaN}",
            "{\"exp\":1e}",
            "<claims/>",
            "sub=x");

    private FormCases() {}

    static Stream<ForgedToken> all(TokenSigner signer) {
        List<ForgedToken> cases = new ArrayList<>();
        NO_TOKENS.forEach(said -> cases.add(new ForgedToken("form, none", said, false)));
        NO_OBJECTS.forEach(said -> {
            refuse(cases, "claims", signer.signed(json(signer.header()), said));
            refuse(cases, "header", signer.signed(said, json(signer.claims())));
        });
        twice(signer, cases);
        cut(signer.good(), cases);
        written(signer.good(), cases);
        return cases.stream();
    }

    private static void refuse(List<ForgedToken> cases, String kind, String token) {
        cases.add(new ForgedToken("form, " + kind, "Bearer " + token, false));
    }

    /** Of a name that comes twice, each reader takes the one that it likes. */
    private static void twice(TokenSigner signer, List<ForgedToken> cases) {
        String claims = json(signer.claims());
        for (String name : List.of("sub", "aud", "groups", "exp", "organisation")) {
            String more = ",\"%s\":%s,\"%s\":%s}".formatted(name, text("x"), name, text("y"));
            refuse(cases, "a claim twice", signer.signed(json(signer.header()), claims.replaceFirst("}$", more)));
        }
        String header = json(signer.header()).replaceFirst("}$", ",\"alg\":\"none\"}");
        refuse(cases, "algorithm twice", signer.signed(header, claims));
        byte[] latin = claims.replace("forger", "forg\u00e9r").getBytes(ISO_8859_1);
        refuse(cases, "no UTF-8", base64(json(signer.header()).getBytes(ISO_8859_1)) + "." + base64(latin) + ".e30");
    }

    private static void cut(String good, List<ForgedToken> cases) {
        for (int part = 1; part < 16; part++) {
            refuse(cases, "cut", good.substring(0, good.length() * part / 16));
            refuse(cases, "cut before", good.substring(good.length() * part / 16));
        }
        refuse(cases, "without signature", good.substring(0, good.lastIndexOf('.')));
        refuse(cases, "with an empty signature", good.substring(0, good.lastIndexOf('.') + 1));
        refuse(cases, "without its last character", good.substring(0, good.length() - 1));
    }

    private static void written(String good, List<ForgedToken> cases) {
        String next = String.valueOf((char) (good.charAt(good.length() - 1) + 1));
        List<String> others = List.of(
                good + "=",
                good + "==",
                good + ".",
                good + ".e30",
                good + ".e30.e30",
                "." + good,
                good + "A",
                good + "\u00e9",
                good + "%3D",
                good + "," + good,
                good + ", Bearer " + good,
                good + " " + good,
                good.replaceFirst("\\.", ". "),
                good.replaceFirst("\\.", "=."),
                good.replaceFirst("\\.", ".."),
                good.replaceFirst("\\.", "%2e"),
                good.replaceFirst("\\.", ":"),
                " " + good,
                "\"" + good + "\"",
                "<" + good + ">",
                // the same bytes with a bit that no byte has
                good.substring(0, good.length() - 1) + next);
        others.forEach(said -> refuse(cases, "written otherwise", said));
        for (String scheme : List.of("Bearer:", "Bearer=", "Token", "JWT", "Basic", "")) {
            cases.add(new ForgedToken("form, another scheme", (scheme + " " + good).trim(), false));
        }
        for (String scheme : List.of("bearer", "BEARER", "Bearer")) {
            cases.add(new ForgedToken("form, the scheme in any letters", scheme + " " + good, true));
        }
    }
}
