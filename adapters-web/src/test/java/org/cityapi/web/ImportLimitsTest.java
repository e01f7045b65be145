package org.cityapi.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.cityapi.web.Client.EDITOR;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Collections;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ImportLimitsTest {

    private static final String FILE = "name,country,population\n" + "Paris,FR,1\n".repeat(30_000);

    private final Client app = Client.onMemory("micronaut.server.max-request-size", "200000");

    @AfterEach
    void stop() {
        app.close();
    }

    @Test
    void aFileThatIsTooLargeIsRefused() {
        HttpResponse<String> refused = app.send("POST", "/api/v2/imports", FILE, EDITOR, "Content-Type: text/csv");
        assertThat(refused.statusCode()).isEqualTo(413);
        assertThat(refused.body()).contains("The body of the request is too large.");
    }

    @Test
    void aFileThatComesPieceByPieceAndIsTooLargeIsRefused() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + app.port() + "/api/v2/imports"))
                .header("Authorization", app.proof("editor"))
                .header("Content-Type", "text/csv")
                .POST(BodyPublishers.ofByteArrays(Collections.nCopies(3, FILE.getBytes(UTF_8))))
                .build();
        HttpResponse<String> refused = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        assertThat(refused.statusCode()).isEqualTo(413);
    }

    @Test
    void aFormThatUnpacksToTooMuchIsRefused() throws Exception {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream packing = new GZIPOutputStream(packed)) {
            packing.write(
                    "--f\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\n".getBytes(UTF_8));
            packing.write((FILE + "\r\n--f--\r\n").getBytes(UTF_8));
        }
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + app.port() + "/api/v2/imports"))
                .header("Authorization", app.proof("editor"))
                .header("Content-Type", "multipart/form-data; boundary=f")
                .header("Content-Encoding", "gzip")
                .POST(BodyPublishers.ofByteArray(packed.toByteArray()))
                .build();
        HttpResponse<String> refused = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(413);
    }

    @Test
    void whoAsksBeforeHeSendsAFileThatIsTooLargeIsNotToldToGoOn() {
        for (String path : new String[] {"/api/v2/imports", "/imports/new"}) {
            String head = "POST " + path + " HTTP/1.1|Host: localhost|Authorization: Bearer editor|Accept: */*|"
                    + "Content-Type: multipart/form-data; boundary=cut|Expect: 100-continue|Content-Length: ";
            try (RawConnection connection = new RawConnection(app)) {
                assertThat(connection.send(head + "200001||").readUpTo("413")).startsWith("HTTP/1.1 413");
            }
            try (RawConnection connection = new RawConnection(app)) {
                assertThat(connection.send(head + "200000||").readUpTo("|".replace("|", "\r\n")))
                        .as(path)
                        .startsWith("HTTP/1.1 100 ");
            }
        }
    }

    /** Browsers read no answer before they have sent all. */
    @Test
    void whatComesOfABodyThatIsRefusedIsPassedOver() {
        for (String path : new String[] {"/api/v2/imports", "/imports/new"}) {
            String part = "--cut|Content-Disposition: form-data; name=\"file\"; filename=\"a\"||";
            String rest = "x".repeat(12 * 1024 * 1024);
            try (RawConnection connection = new RawConnection(app)) {
                connection.send("POST " + path + " HTTP/1.1|Host: localhost|Authorization: Bearer editor|Accept: */*|"
                        + "Content-Type: multipart/form-data; boundary=cut|Content-Length: "
                        + (rest.length() + 200) + "||" + part);
                for (int i = 0; i < 12; i++) {
                    connection.send(rest.substring(0, rest.length() / 12));
                }
                connection.send("y".repeat(200 - part.replace("|", "rn").length()));
                assertThat(connection.readUpTo("413")).as(path).startsWith("HTTP/1.1 413");
            }
        }
    }
}
