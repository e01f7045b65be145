package org.cityapi.web.tls;

import io.micronaut.http.ssl.SslConfigurationException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.util.List;
import java.util.Map;

/**
 * A certificate with its chain, and its private key.
 *
 * @param certificate a PEM file, the server's own certificate first
 * @param key a PEM file: PKCS #8, PKCS #1 or SEC 1, not encrypted
 */
public record TlsFiles(Path certificate, Path key) {

    /** Older ones are broken (RFC 8996). */
    private static final List<String> PROTOCOLS = List.of("TLSv1.3", "TLSv1.2");

    /** @throws IllegalArgumentException saying what is wrong with the files; it repeats nothing of their content */
    public void check() {
        for (Path file : List.of(certificate, key)) {
            if (!Files.isReadable(file) || Files.isDirectory(file)) {
                throw new IllegalArgumentException(file + " cannot be read");
            }
        }
        boolean matching;
        try {
            KeyStore store = new PemFiles().load(this);
            String alias = store.aliases().nextElement();
            matching = matches((PrivateKey) store.getKey(alias, null), store.getCertificate(alias));
        } catch (GeneralSecurityException | SslConfigurationException | IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    certificate + " and " + key + " are not a certificate and a private key in PEM", e);
        }
        if (!matching) {
            throw new IllegalArgumentException(key + " is not the key of " + certificate);
        }
    }

    /** The properties of an application that speaks TLS on that port, and there nothing else. */
    public Map<String, Object> properties(int port) {
        return Map.of(
                "micronaut.server.ssl.enabled",
                true,
                "micronaut.server.ssl.port",
                port,
                "micronaut.server.ssl.protocols",
                PROTOCOLS,
                "micronaut.server.ssl.key-store.certificate-path",
                location(certificate),
                "micronaut.server.ssl.key-store.key-path",
                location(key));
    }

    static String location(Path file) {
        return "file:" + file.toAbsolutePath();
    }

    private static boolean matches(PrivateKey key, Certificate certificate) throws GeneralSecurityException {
        Signature signature = Signature.getInstance(
                switch (key.getAlgorithm()) {
                    case "RSA" -> "SHA256withRSA";
                    case "EC" -> "SHA256withECDSA";
                    default -> key.getAlgorithm();
                });
        byte[] text = PROTOCOLS.toString().getBytes(StandardCharsets.UTF_8);
        if (!key.getAlgorithm().equals(certificate.getPublicKey().getAlgorithm())) {
            return false;
        }
        signature.initSign(key);
        signature.update(text);
        byte[] signed = signature.sign();
        signature.initVerify(certificate);
        signature.update(text);
        return signature.verify(signed);
    }
}
