package org.cityapi.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a register's public address is this machine, people may call it by any of its names. */
class SignInOnThisMachineTest {

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1:7070, http://localhost:7070/oauth/login/oidc?target=%2Fcities%3Fq%3D1",
        "[::1]:7070, http://localhost:7070/oauth/login/oidc?target=%2Fcities%3Fq%3D1",
        "localhost:7070, PROVIDER",
        "localhost:7071, PROVIDER",
        "evil.invalid:7070, PROVIDER"
    })
    void whoBeginsByAnotherNameIsSentToTheOneThatTheProviderSendsBackTo(String host, String where) throws Exception {
        try (TestProvider provider = new TestProvider();
                EmbeddedServer server = SmallHouse.open(
                        new Site("http://localhost:7070", "k".repeat(32), List.of()),
                        List.of(provider.signIns.as("oidc")),
                        provider.trusted())) {
            String expected = where.replace("PROVIDER", provider.origin() + "/authorize");
            assertThat(location(server.getPort(), host)).startsWith(expected);
        }
    }

    private static String location(int port, String host) throws IOException {
        try (Socket socket = new Socket("localhost", port)) {
            String request = "GET /oauth/login/oidc?target=/cities?q%3D1 HTTP/1.1\r\nHost: " + host
                    + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            return answer.lines()
                    .filter(line -> line.regionMatches(true, 0, "location: ", 0, 10))
                    .map(line -> line.substring(10))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(answer));
        }
    }
}
