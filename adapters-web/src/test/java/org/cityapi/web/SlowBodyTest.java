package org.cityapi.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A body must come at some pace; here within a second. In the requests a bar ends a line. */
class SlowBodyTest {

    private static final String POST =
            "POST /api/v2/cities HTTP/1.1|Host: localhost|Content-Type: application/json|Authorization: Bearer editor|";

    private static Client hasty;

    /** Here a connection is given up before its body has to come. */
    private static Client idle;

    @BeforeAll
    static void start() {
        hasty = Client.onMemory("city-api.body-timeout", "1s");
        idle = Client.onMemory("micronaut.server.idle-timeout", "2s");
    }

    @AfterAll
    static void stop() {
        hasty.close();
        idle.close();
    }

    private static String importing(String path, String type) {
        return "POST " + path + " HTTP/1.1|Host: localhost|Content-Type: " + type
                + "|Accept: application/json|Authorization: Bearer editor|Content-Length: 500||";
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/csv", "multipart/form-data; boundary=cut"})
    void aFileToImportInDribsAndDrabsIsRefusedAsSuch(String type) throws InterruptedException {
        try (RawConnection connection = new RawConnection(hasty)) {
            connection.send(importing("/api/v2/imports", type));
            if (type.startsWith("m")) {
                connection.send("--cut|Content-Disposition: form-data; name=\"file\"; filename=\"a.csv\"||");
            }
            for (int i = 0; i < 3; i++) {
                Thread.sleep(250);
                connection.send("a");
            }
            assertThat(connection.readToTheEnd())
                    .startsWith("HTTP/1.1 408 ")
                    .containsIgnoringCase("connection: close")
                    .contains("/problems/request-timeout", "The body comes too slowly.");
        }
    }

    /** Where the library that takes forms apart says only that they end. */
    @ParameterizedTest
    @ValueSource(strings = {"/api/v2/imports", "/imports/new"})
    void aFormThatStopsBetweenItsPartsOrInTheHeadOfOneIsRefusedAsSuch(String path) {
        String whole = "--cut|Content-Disposition: form-data; name=\"file\"; filename=\"a.csv\"||name|x|";
        List<String> places = List.of("--cut|Content-Disp", whole + "--cut", whole + "--cut|", whole + "--cut|Con");
        String wanted = path.startsWith("/api") ? "*/*" : "text/html";
        String head = importing(path, "multipart/form-data; boundary=cut").replace("application/json", wanted);
        List<RawConnection> stopped = new ArrayList<>();
        for (String place : places) {
            RawConnection connection = new RawConnection(idle);
            connection.send(head + place);
            stopped.add(connection);
        }
        for (RawConnection connection : stopped) {
            assertThat(connection.readToTheEnd())
                    .as(places.get(stopped.indexOf(connection)))
                    .startsWith("HTTP/1.1 408 ")
                    .containsIgnoringCase("connection: close")
                    .contains("too slowly");
            connection.close();
        }
    }

    /** The idle time-out ends a connection over which nothing comes; here it is the sooner one. */
    @ParameterizedTest
    @ValueSource(strings = {"/api/v2/cities", "/api/v2/imports"})
    void aBodyThatStopsIsRefusedAsSuch(String path) {
        try (RawConnection connection = new RawConnection(idle)) {
            connection.send(importing(path, path.endsWith("imports") ? "text/csv" : "application/json") + " ");
            assertThat(connection.readToTheEnd())
                    .startsWith("HTTP/1.1 408 ")
                    .containsIgnoringCase("connection: close")
                    .contains("The body comes too slowly.");
        }
    }

    /** Where both time-outs are alike, the connection falls idle while the answer is made. */
    @Test
    void aBodyThatStopsIsToldSoWhereItsTimeAndThatOfTheConnectionEndTogether() {
        try (Client both = Client.onMemory("city-api.body-timeout", "4s", "micronaut.server.idle-timeout", "4s");
                RawConnection connection = new RawConnection(both)) {
            connection.send(importing("/api/v2/imports", "text/csv") + " ");
            assertThat(connection.readToTheEnd()).startsWith("HTTP/1.1 408 ").contains("The body comes too slowly.");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 500|", "Transfer-Encoding: chunked|"})
    void aBodyInDribsAndDrabsIsRefused(String length) throws InterruptedException {
        try (RawConnection connection = new RawConnection(hasty)) {
            connection.send(POST + length + "|");
            for (int i = 0; i < 3; i++) {
                Thread.sleep(250);
                connection.send(length.startsWith("T") ? "1| |" : " ");
            }
            assertThat(connection.readToTheEnd())
                    .startsWith("HTTP/1.1 408 ")
                    .containsIgnoringCase("connection: close")
                    .contains("/problems/request-timeout", "The body comes too slowly.");
        }
    }

    @Test
    void oneThatIsNoLongerWaitedForEndsTheConnection() throws InterruptedException {
        try (RawConnection connection = new RawConnection(hasty)) {
            connection.send("POST /api/v2/cities HTTP/1.1|Host: localhost|Content-Length: 500||");
            assertThat(connection.readUpTo("\"}")).startsWith("HTTP/1.1 401 ");
            assertThat(connection.endsWhileDripping(" ", 300)).isTrue();
        }
    }

    @Test
    void aBodyInTwoPartsIsTakenAndTheConnectionLivesOn() throws InterruptedException {
        try (RawConnection connection = new RawConnection(hasty)) {
            String paris = Client.PARIS;
            connection.send(POST + "Content-Length: " + paris.length() + "||" + paris.substring(0, 20));
            Thread.sleep(400);
            connection.send(paris.substring(20));
            assertThat(connection.readUpTo("\"version\":1}")).startsWith("HTTP/1.1 201 ");
            Thread.sleep(1500);
            connection.send("GET /api/v2/countries/DE HTTP/1.1|Host: localhost||");
            assertThat(connection.readUpTo("Germany")).startsWith("HTTP/1.1 200 ");
        }
    }
}
