package org.cityapi.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cityapi.web.Client.header;

import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cityapi.domain.user.Permission;
import org.junit.jupiter.api.BeforeEach;

/** Tests of the pages of imports: Ada may do everything. */
abstract class ImportPagesOnMemory extends PagesOnMemory {

    static final String FRENCH_ROWS = "ville\tpays\thabitants\tnote\nLyon\tFrance\t522969\tx\n";

    /** How {@link #field} is sent. */
    static final String IN_PARTS = "Content-Type: multipart/form-data; boundary=cut";

    /** The cookies of Ada. */
    String ada;

    ImportPagesOnMemory() {}

    /** @param settings names and values, by turns */
    ImportPagesOnMemory(String... settings) {
        super(settings);
    }

    @BeforeEach
    void begin() {
        ada = signIn("ada", EnumSet.allOf(Permission.class));
    }

    /** A field of a form that is sent in parts. */
    static String field(String name, String value) {
        return field(name, "", value);
    }

    private static String field(String name, String more, String value) {
        return "--cut\r\nContent-Disposition: form-data; name=\"" + name + "\"" + more + "\r\n\r\n" + value + "\r\n";
    }

    /** Sends what is to be imported; the file is null for none. */
    HttpResponse<String> send(String cookies, String file, String rows) {
        String more = "; filename=\"" + (file == null ? "" : "a.dat") + "\"\r\nContent-Type: application/octet-stream";
        String body = field("csrf", "x") + field("file", more, file == null ? "" : file) + field("rows", rows)
                + "--cut--\r\n";
        return app.send("POST", "/imports/new", body, BROWSER, IN_PARTS, cookies);
    }

    /** Has Ada paste rows: gives the path of the draft that they become. */
    String paste(String rows) {
        HttpResponse<String> sent = send(ada, null, rows);
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(303);
        return header(sent, "Location");
    }

    /** Has Ada say what columns mean, of a file whose first line has their names. */
    HttpResponse<String> match(String draft, String... fields) {
        String[] all = Arrays.copyOf(fields, fields.length + 2);
        all[fields.length] = "headed";
        all[fields.length + 1] = "yes";
        return post(draft, ada, all);
    }

    /** The fields of the form that say what the columns mean, in their order. */
    static String[] columns(String... meanings) {
        return IntStream.range(0, meanings.length)
                .boxed()
                .flatMap(place -> Stream.of("column." + place, meanings[place]))
                .toArray(String[]::new);
    }

    /** Has Ada match the first three columns and try the draft: gives the path of the trial. */
    String tried(String draft) {
        return header(match(draft, columns("name", "countryCode", "population")), "Location");
    }

    /** The page of an import of Ada's, when it has ended. */
    String ended(String path) {
        long end = System.nanoTime() + 20_000_000_000L;
        while (System.nanoTime() < end) {
            String page = page(path, ada).body();
            if (!page.contains("every 1s")) {
                return page;
            }
        }
        throw new AssertionError("It does not end");
    }

    /** What is chosen for each column. */
    static String chosen(HttpResponse<String> page) {
        return Pattern.compile("<select.*?</select>", Pattern.DOTALL)
                .matcher(page.body())
                .results()
                .map(select -> {
                    Matcher option =
                            Pattern.compile("value=\"(\\w+)\" selected").matcher(select.group());
                    return option.find() ? option.group(1) : "-";
                })
                .collect(Collectors.joining(" "));
    }
}
