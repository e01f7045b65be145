package org.cityapi.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cityapi.web.Client.ADMIN;
import static org.cityapi.web.Client.EDITOR;
import static org.cityapi.web.Client.JSON;
import static org.cityapi.web.Client.PARIS;
import static org.cityapi.web.Client.VIEWER;
import static org.cityapi.web.Client.header;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code docs/permissions.md} says what every route answers to every caller: each cell of it is tried. */
public abstract class WhoMayWhatContract extends SharedHttpContract {

    private static final String CSV = "Content-Type: text/csv";
    private static final String CITIES = "name,country,population\nParis,FR,1\n";
    private static final String FILE_IN_FORM =
            "--cut\r\nContent-Disposition: form-data; name=\"rows\"\r\n\r\n" + CITIES + "\r\n--cut--\r\n";
    private static final String PARIS_V1 = "{\"name\":\"Paris\",\"population\":1,\"country\":\"FR\"}";

    /** What stands in paths that lead to the same thing for everybody. */
    private static final Map<String, String> FIXED = Map.of(
            "{code}", "FR", "{version}", "v2", "{slug}", "not-found", "{selector}", "liveness", "{field}", "name");

    private static final Pattern ASSET = Pattern.compile("/assets/(style[^\"]+)");

    /** Header that proves a caller, in the order of the columns; the first shows nothing. */
    private final List<String> callers = new ArrayList<>(List.of("X-Nothing: 1", VIEWER, EDITOR, ADMIN));

    private @Nullable String readImport;

    @BeforeAll
    void makeTokens() {
        for (String scope : PermissionTable.read().scopes()) {
            String[] scopes = scope.equals("none") ? new String[0] : new String[] {scope};
            callers.add(Callers.bearer(Callers.makeToken(app, ADMIN, scopes)));
        }
        Callers.makeToken(app, VIEWER);
    }

    /** The rows of the table whose routes this register has. */
    protected List<PermissionTable.Row> rows() {
        return PermissionTable.read().rows();
    }

    @Test
    void everyRouteStandsInTheTable() {
        assertThat(rows().stream().map(PermissionTable.Row::route)).containsExactlyInAnyOrderElementsOf(app.routes());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void everyCallerGetsWhatTheTableSays(PermissionTable.Row row) {
        assertThat(row.statuses()).hasSameSizeAs(callers);
        List<Integer> answers = new ArrayList<>();
        for (String caller : callers) {
            answers.add(answer(row, caller));
        }
        assertThat(answers).isEqualTo(row.statuses());
    }

    private int answer(PermissionTable.Row row, String caller) {
        String path = row.path();
        for (Map.Entry<String, String> fixed : FIXED.entrySet()) {
            path = path.replace(fixed.getKey(), fixed.getValue());
        }
        if (path.contains("{id}")) {
            path = path.replace("{id}", idFor(row, caller));
        }
        if (path.contains("{name}")) {
            Matcher asset = ASSET.matcher(app.get("/login").body());
            assertThat(asset.find()).isTrue();
            path = path.replace("{name}", asset.group(1));
        }
        if (path.endsWith("/suggest")) {
            path += "?q=par";
        }
        assertThat(path).as("a path in which all is said").doesNotContain("{");
        if (path.endsWith("/stream")) {
            // Only this answer to it has an end.
            return app.send("HEAD", path, null, caller).statusCode();
        }
        return row.method().equals("GET")
                ? app.get(path, caller).statusCode()
                : app.send(row.method(), path, body(row), caller, type(row), "If-Match: *")
                        .statusCode();
    }

    /** The id of a thing that only this request needs: what it does disturbs no other. */
    private String idFor(PermissionTable.Row row, String caller) {
        if (row.path().contains("/cities/")) {
            return last(header(app.add(PARIS), "Location"));
        } else if (row.path().startsWith("/imports/new/")) {
            return draft(caller);
        } else if (row.path().contains("/imports/")) {
            return row.method().equals("GET") ? readImport() : last(app.importAll(CITIES));
        } else if (row.path().contains("/users/")) {
            return Callers.userId(app, VIEWER);
        } else if (row.path().contains("/tokens/")) {
            String owner = caller.equals(VIEWER) || caller.equals(EDITOR) ? caller : ADMIN;
            return Callers.id(Callers.makeToken(app, owner));
        }
        throw new IllegalStateException("Say what {id} stands for in " + row.path());
    }

    /** Whoever reads it changes nothing for the next one. */
    private String readImport() {
        if (readImport == null) {
            readImport = last(app.importAll(CITIES));
        }
        return readImport;
    }

    /** Of his own, if he may have any. */
    private String draft(String caller) {
        String type = type(new PermissionTable.Row("POST /imports/new", List.of()));
        HttpResponse<String> made = app.send("POST", "/imports/new", FILE_IN_FORM, caller, type);
        return last(
                made.statusCode() == 303
                        ? header(made, "Location")
                        : header(app.send("POST", "/imports/new", FILE_IN_FORM, EDITOR, type), "Location"));
    }

    private static boolean isForm(PermissionTable.Row row) {
        return row.path().startsWith("/account")
                || row.path().startsWith("/cities/")
                || row.path().equals("/preferences")
                || row.path().startsWith("/tokens")
                || row.path().startsWith("/imports/")
                || row.path().equals("/users")
                || row.path().equals("/logout");
    }

    private static String type(PermissionTable.Row row) {
        if (row.path().equals("/api/v2/imports")) {
            return CSV;
        }
        if (row.path().equals("/imports/new")) {
            return "Content-Type: multipart/form-data; boundary=cut";
        }
        return isForm(row) ? "Content-Type: application/x-www-form-urlencoded" : JSON;
    }

    private static String last(String location) {
        return location.substring(location.lastIndexOf('/') + 1);
    }

    private String body(PermissionTable.Row row) {
        if (row.path().equals("/imports/new")) {
            return FILE_IN_FORM;
        }
        if (isForm(row)) {
            return "user=" + Callers.userId(app, VIEWER) + "&version=1&name=Paris&countryCode=FR&population=1"
                    + "&column.0=name&column.1=countryCode&column.2=population&session="
                    + "0".repeat(64);
        } else if (row.method().equals("DELETE")) {
            return null;
        } else if (row.method().equals("PATCH")) {
            return "{}";
        } else if (row.path().endsWith("/undo")) {
            return null;
        } else if (row.path().equals("/api/v2/imports")) {
            return CITIES;
        } else if (row.path().endsWith("/restore")) {
            return "{\"version\":1}";
        } else if (row.path().startsWith("/api/v2/tokens")) {
            return "{\"name\":\"walk\",\"scopes\":[]}";
        }
        return row.path().startsWith("/api/v2/") ? PARIS : PARIS_V1;
    }
}
