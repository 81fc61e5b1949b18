package org.isthmus.testing;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/**
 * The key pair that signs the tokens of tests.
 *
 * <p>It is made when first asked for and travels between the class loaders of a test run in system properties.
 */
final class TestKeys {

    private static final String PRIVATE = "isthmus.testing.private-key";
    private static final String PUBLIC = "isthmus.testing.public-key";

    private TestKeys() {}

    static synchronized String publicKey() {
        if (System.getProperty(PUBLIC) == null) {
            generate();
        }
        return System.getProperty(PUBLIC);
    }

    static PublicKey publicOne() {
        try {
            byte[] key = Base64.getDecoder().decode(publicKey());
            return KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(key));
        } catch (GeneralSecurityException e) {
            throw new AssertionError("every JDK has RSA", e);
        }
    }

    static PrivateKey privateKey() {
        try {
            publicKey();
            byte[] key = Base64.getDecoder().decode(System.getProperty(PRIVATE));
            return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(key));
        } catch (GeneralSecurityException e) {
            throw new AssertionError("every JDK has RSA", e);
        }
    }

    private static void generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            KeyPair pair = generator.generateKeyPair();
            System.setProperty(
                    PRIVATE,
                    Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded()));
            System.setProperty(
                    PUBLIC, Base64.getEncoder().encodeToString(pair.getPublic().getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new AssertionError("every JDK has RSA", e);
        }
    }
}
