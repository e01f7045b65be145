package org.cityapi.persistence;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A certificate for localhost that nobody has signed, and its key, in PEM files. */
public final class MadeCertificate {

    private static final char[] PASSWORD = "password".toCharArray();

    private final Path certificateFile;
    private final Path keyFile;
    private final KeyStore keys;
    private final Certificate certificate;

    /** @param algorithm of the key, as the JDK calls it */
    public MadeCertificate(Path folder, String name, String algorithm) {
        Path store = folder.resolve(name + ".p12");
        try {
            Process keytool = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "keytool")
                                    .toString(),
                            "-genkeypair",
                            "-keystore",
                            store.toString(),
                            "-storetype",
                            "PKCS12",
                            "-storepass",
                            new String(PASSWORD),
                            "-alias",
                            name,
                            "-keyalg",
                            algorithm,
                            "-dname",
                            "CN=localhost, OU=" + name,
                            "-ext",
                            "san=dns:localhost",
                            "-J-Duser.language=en")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (keytool.waitFor() != 0) {
                throw new IllegalStateException("keytool ends with " + keytool.exitValue());
            }
            keys = KeyStore.getInstance(store.toFile(), PASSWORD);
            Key key = keys.getKey(name, PASSWORD);
            certificate = keys.getCertificate(name);
            certificateFile = write(folder.resolve(name + ".crt"), "CERTIFICATE", certificate.getEncoded());
            keyFile = write(folder.resolve(name + ".key"), "PRIVATE KEY", key.getEncoded());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public String certificateFile() {
        return certificateFile.toString();
    }

    public String keyFile() {
        return keyFile.toString();
    }

    /** Trusts this certificate and no other. */
    public SSLContext trusting() {
        try {
            TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            managers.init(trusted());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, managers.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private KeyStore trusted() throws GeneralSecurityException, IOException {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("trusted", certificate);
        return trusted;
    }

    /** Has this certificate to show, and its key. */
    SSLContext showing() {
        try {
            KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(keys, PASSWORD);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(managers.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Lets this process trust this certificate and no other while something is done. */
    void whileTrusted(Runnable work) {
        Path store = keyFile.resolveSibling("trusted.p12");
        try (OutputStream file = Files.newOutputStream(store)) {
            trusted().store(file, PASSWORD);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
        System.setProperty("javax.net.ssl.trustStore", store.toString());
        System.setProperty("javax.net.ssl.trustStorePassword", new String(PASSWORD));
        try {
            work.run();
        } finally {
            System.clearProperty("javax.net.ssl.trustStore");
            System.clearProperty("javax.net.ssl.trustStorePassword");
        }
    }

    private static Path write(Path file, String kind, byte[] bytes) throws IOException {
        String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
        return Files.writeString(file, "-----BEGIN " + kind + "-----\n" + text + "\n-----END " + kind + "-----\n");
    }
}
