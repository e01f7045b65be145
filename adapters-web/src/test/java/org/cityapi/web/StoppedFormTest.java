package org.cityapi.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** What is told of a form with a file to import, or with rows, that does not come whole; its connection may lie idle for a second. */
class StoppedFormTest extends ImportPagesOnMemory {

    private static final String CUT = "Only the beginning of what you pasted arrived";

    StoppedFormTest() {
        super("micronaut.server.idle-timeout", "2s");
    }

    /** What is answered, until the connection ends, to a form of which no more comes. */
    private String stopping(String sent, String headers) {
        try (RawConnection connection = new RawConnection(app)) {
            connection.send("POST /imports/new HTTP/1.1|Host: localhost|Accept: text/html|" + headers
                    + "|Content-Length: 500|" + IN_PARTS + "||" + sent);
            return connection.readToTheEnd();
        }
    }

    @Test
    void whatWasPastedIsKeptWhereTheRestOfTheFormDoesNotCome() {
        String form = field("csrf", "x") + field("rows", FRENCH_ROWS) + "--cut";
        assertThat(stopping(form, ada))
                .startsWith("HTTP/1.1 408 ")
                .containsIgnoringCase("connection: close")
                .contains("came too slowly", "Lyon\tFrance")
                .doesNotContain(CUT);
    }

    /** Or half of a line would be imported as if it were whole. */
    @Test
    void ofWhatWasPastedOnlyWholeLinesAreShownWhereItsEndDoesNotCome() {
        // The last bytes may be the beginning of what ends the rows.
        String rows = FRENCH_ROWS + "Nantes\tFrance\t32\tlong enough to be half read\t32";
        for (String headers : new String[] {ada, SIGNED_OUT}) {
            assertThat(stopping(field("csrf", "x") + field("rows", rows), headers))
                    .contains(CUT, "Lyon\tFrance\t522969\tx\n</textarea>")
                    .doesNotContain("Nantes");
        }
        assertThat(stopping(field("csrf", "x") + field("rows", "[{\"name\": \"Nantes\"},{"), ada))
                .contains("Nothing was kept of it")
                .doesNotContain(CUT, "Nantes");
    }

    @Test
    void oneThatStopsBeforeItsTokenIsToldSoAndNotPutOnRecord() {
        String inHead = field("csrf", "x").substring(0, 52);
        for (String sent : new String[] {"", inHead, field("csrf", "x"), field("rows", "Lyon")}) {
            assertThat(stopping(sent, ada + "|X-Unproven: yes"))
                    .as(sent)
                    .startsWith("HTTP/1.1 408 ")
                    .contains("came too slowly")
                    .doesNotContain("You have signed in anew");
        }
        for (String sent : new String[] {inHead, field("csrf", "x"), field("rows", "Lyon")}) {
            HttpResponse<String> broken =
                    app.send("POST", "/imports/new", sent, BROWSER, IN_PARTS, ada, "X-Unproven: yes");
            assertThat(broken.statusCode()).as(sent).isEqualTo(400);
            assertThat(broken.body()).contains("did not arrive whole").doesNotContain("You have signed in anew");
        }
        assertThat(register.refusedForms()).isZero();
    }

    @Test
    void theConnectionOfNobodyWhoseFormStopsEndsToo() {
        assertThat(stopping(field("rows", "Lyon"), SIGNED_OUT))
                .startsWith("HTTP/1.1 401 ")
                .containsIgnoringCase("connection: close");
    }
}
