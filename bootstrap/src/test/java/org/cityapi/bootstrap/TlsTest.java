package org.cityapi.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import javax.net.ssl.SSLSocket;
import org.cityapi.persistence.MadeCertificate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The register speaks TLS by itself, and sends who comes by plain http there. */
class TlsTest {

    @TempDir
    static Path folder;

    private static final int HTTP_PORT = CityApiJar.freePort();

    private static MadeCertificate certificate;
    private static OnSqlite register;
    private static HttpClient client;

    @BeforeAll
    static void start() {
        certificate = new MadeCertificate(folder, "ec", "EC");
        register = new OnSqlite(
                folder,
                "TLS_CERT",
                certificate.certificateFile(),
                "TLS_KEY",
                certificate.keyFile(),
                "HTTP_PORT",
                Integer.toString(HTTP_PORT));
        client = HttpClient.newBuilder().sslContext(certificate.trusting()).build();
    }

    @AfterAll
    static void stop() {
        register.close();
    }

    @Test
    void theRegisterAnswersOverTls() throws IOException, InterruptedException {
        HttpResponse<String> read = get("https://localhost:" + register.port() + "/api/v2/countries/DE");
        assertThat(read.statusCode()).isEqualTo(200);
        assertThat(read.body()).contains("Germany");
        assertThat(read.headers().map()).doesNotContainKey("strict-transport-security");
    }

    @Test
    void browsersAreHeldToItUnderAnotherNameThanLocalhost() throws IOException {
        assertThat(overTls("TLSv1.3", "GET /health HTTP/1.1\r\nHost: cities.example.org\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 200 ")
                .contains("Strict-Transport-Security: max-age=31536000; includeSubDomains\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void theSafeVersionsAreSpoken(String version) throws IOException {
        assertThat(overTls(version, "GET /health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 200 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0300", "0301", "0302"})
    void olderOnesAreRefused(String version) throws IOException {
        // A ClientHello (RFC 5246, 7.4.1.2) with two suites that every old server takes.
        String hello = version + "00".repeat(32) + "00" + "0004" + "002f0035" + "0100";
        String handshake = "01" + HexFormat.of().toHexDigits(hello.length() / 2, 6) + hello;
        String message = "160301" + HexFormat.of().toHexDigits(handshake.length() / 2, 4) + handshake;
        try (Socket socket = new Socket("localhost", register.port())) {
            socket.setSoTimeout(5000);
            socket.getOutputStream().write(HexFormat.of().parseHex(message));
            byte[] answer = socket.getInputStream().readNBytes(7);
            // An alert: fatal, protocol_version.
            assertThat(HexFormat.of().formatHex(answer)).startsWith("15").endsWith("0246");
        }
    }

    @Test
    void whoComesByPlainHttpIsSentToTls() throws IOException, InterruptedException {
        HttpResponse<String> sent = get("http://localhost:" + HTTP_PORT + "/api/v2/cities?limit=1");
        assertThat(sent.statusCode()).isEqualTo(308);
        assertThat(sent.headers().firstValue("Location"))
                .contains("https://localhost:" + register.port() + "/api/v2/cities?limit=1");
        assertThat(sent.headers().map()).containsKey("content-security-policy").doesNotContainKey("server");
    }

    @Test
    void whoSpeaksNoTlsWhereItIsSpokenGetsNothing() throws IOException {
        try (Socket socket = new Socket("localhost", register.port())) {
            socket.setSoTimeout(5000);
            socket.getOutputStream().write("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes("US-ASCII"));
            assertThat(new String(socket.getInputStream().readAllBytes(), "US-ASCII"))
                    .doesNotContain("HTTP/1.1");
        }
    }

    @Test
    void filesThatCannotServeStopTheStart() throws IOException {
        MadeCertificate other = new MadeCertificate(folder, "rsa", "RSA");
        MadeCertificate another = new MadeCertificate(folder, "another", "EC");
        String text = Files.writeString(folder.resolve("text.pem"), "-----BEGIN PRIVATE KEY-----\nsecret\n")
                .toString();
        String cert = certificate.certificateFile();
        assertRefused(cert, other.keyFile(), "is not the key of");
        assertRefused(cert, another.keyFile(), "is not the key of");
        assertRefused(cert, text, "are not a certificate and a private key in PEM");
        assertRefused(cert, cert, "are not a certificate and a private key in PEM");
        assertRefused(certificate.keyFile(), certificate.keyFile(), "are not a certificate");
        assertRefused(cert, folder.resolve("absent").toString(), "cannot be read");
        assertRefused(cert, folder.toString(), "cannot be read");
        assertThat(settings(other.certificateFile(), other.keyFile()).network().tls())
                .isPresent();
    }

    /** The cookies of such a register would go over plain http, too. */
    @Test
    void whatSpeaksTlsIsNotReachedByPlainHttp() {
        Map<String, String> tls = Map.of(
                "TLS_CERT",
                certificate.certificateFile(),
                "TLS_KEY",
                certificate.keyFile(),
                "PUBLIC_URL",
                "http://localhost:8080");
        assertThatThrownBy(() -> Settings.of(tls, Map.of()))
                .isInstanceOf(BadSetting.class)
                .hasMessageStartingWith("PUBLIC_URL ")
                .hasMessageContaining("https");
    }

    private static void assertRefused(String certificate, String key, String fault) {
        assertThatThrownBy(() -> settings(certificate, key))
                .isInstanceOf(BadSetting.class)
                .hasMessageStartingWith("TLS_CERT ")
                .hasMessageContaining(fault)
                .hasMessageNotContainingAny("\n", "secret");
    }

    private static Settings settings(String certificate, String key) {
        return Settings.of(Map.of("TLS_CERT", certificate, "TLS_KEY", key), Map.of());
    }

    private static HttpResponse<String> get(String url) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String overTls(String version, String request) throws IOException {
        try (SSLSocket socket =
                (SSLSocket) certificate.trusting().getSocketFactory().createSocket("localhost", register.port())) {
            socket.setEnabledProtocols(new String[] {version});
            socket.getOutputStream().write(request.getBytes("US-ASCII"));
            InputStream answer = socket.getInputStream();
            return new String(answer.readAllBytes(), "US-ASCII");
        }
    }
}
