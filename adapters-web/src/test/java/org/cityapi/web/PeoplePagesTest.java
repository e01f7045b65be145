package org.cityapi.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.cityapi.web.Client.header;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cityapi.domain.memory.Ports;
import org.cityapi.domain.security.Secret;
import org.cityapi.domain.session.Session;
import org.cityapi.domain.session.SessionId;
import org.cityapi.domain.user.Identity;
import org.cityapi.domain.user.Permission;
import org.cityapi.domain.user.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The pages of tokens and of users, over memory, without a script. */
class PeoplePagesTest {

    private static final String BROWSER = "Accept: text/html";
    private static final String FORM = "Content-Type: application/x-www-form-urlencoded";

    private final OnMemory register = new OnMemory("providers", "auth0 google");
    private final Client app = new Client(register);

    @AfterEach
    void stop() {
        app.close();
    }

    private String signIn(String name, Set<Permission> granted) {
        Ports ports = register.ports();
        ports.work().write(() -> {
            User user = User.first(new Identity("https://issuer.test", name, "<i>" + name, null));
            ports.users().save(user);
            Instant now = Instant.now();
            SessionId id = SessionId.of(new Secret(name));
            ports.sessions().add(new Session(id, user.id(), "auth0", granted, "Firefox", now, now));
            return id;
        });
        return "Cookie: session=" + name;
    }

    private static String found(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as(pattern + " in " + text).isTrue();
        return matcher.group(1);
    }

    @Test
    void aTokenIsShownOnceAndRevoked() {
        String ada = signIn("ada", Set.of(Permission.CREATE_CITIES));
        HttpResponse<String> empty = app.get("/tokens", BROWSER, ada);
        assertThat(empty.body()).contains("value=\"create:cities\"").doesNotContain("delete:cities", "Your tokens");
        HttpResponse<String> made =
                app.send("POST", "/tokens", "name=My+%3Cscript%3E&days=30&scope=create%3Acities", BROWSER, FORM, ada);
        assertThat(made.statusCode()).isEqualTo(303);
        assertThat(header(made, "Location")).isEqualTo("/tokens");
        assertThat(header(made, "Cache-Control")).isEqualTo("no-store");
        String cookie = header(made, "Set-Cookie");
        assertThat(cookie)
                .startsWith("made-token=")
                .contains("Path=/tokens", "Max-Age=120", "SameSite=Strict")
                .containsIgnoringCase("httponly");
        String carried = "; " + cookie.substring(0, cookie.indexOf(';'));
        HttpResponse<String> shown = app.get("/tokens", BROWSER, ada + carried);
        assertThat(header(shown, "Cache-Control")).isEqualTo("no-store");
        assertThat(header(shown, "Set-Cookie")).startsWith("made-token=;").contains("Max-Age=0", "Path=/tokens");
        String text = found("<code id=\"made\">(cityapi_[0-9A-Za-z]{36})</code>", shown.body());
        assertThat(cookie).as("encrypted").doesNotContain(text);
        assertThat(new String(Base64.getUrlDecoder().decode(carried.substring(13)), ISO_8859_1))
                .doesNotContain("cityapi");
        assertThat(shown.body()).contains("My &lt;script&gt;", "Your tokens").doesNotContain("<script>");
        assertThat(app.get("/api/v2/me", "Authorization: Bearer " + text).statusCode())
                .isEqualTo(200);
        HttpResponse<String> list = app.get("/tokens", BROWSER, ada);
        assertThat(list.body()).as("loaded again").doesNotContain(text);
        assertThat(list.body().split("name=\"token\"", -1)).as("one token").hasSize(2);
        assertThat(app.get("/tokens", BROWSER, signIn("eve", Set.of()) + carried)
                        .body())
                .as("of somebody else")
                .doesNotContain("id=\"made\"");
        assertThat(app.get("/tokens", BROWSER, ada + "; made-token=x").body()).doesNotContain("id=\"made\"");
        String id = found("name=\"token\" value=\"(tok_[0-9a-f]{32})\"", list.body());
        String other = signIn("other", Set.of());
        assertThat(app.send("POST", "/tokens/revoke", "token=" + id, BROWSER, FORM, other)
                        .statusCode())
                .isEqualTo(404);
        assertThat(header(app.send("POST", "/tokens/revoke", "token=" + id, BROWSER, FORM, ada), "Location"))
                .isEqualTo("/tokens");
        assertThat(app.get("/api/v2/me", "Authorization: Bearer " + text).statusCode())
                .isEqualTo(401);
    }

    @Test
    void whatIsWrongWithATokenIsTold() {
        String ada = signIn("ada", Set.of());
        for (String form :
                new String[] {"name=&days=30", "name=a&days=9999", "name=a&days=x", "name=&days=1&scope=x"}) {
            HttpResponse<String> refused = app.send("POST", "/tokens", form, BROWSER, FORM, ada);
            assertThat(refused.statusCode()).as(form).isEqualTo(400);
            assertThat(refused.body())
                    .contains("class=\"notice error\"", "aria-invalid=\"true\"")
                    .doesNotContain("must ", "RFC");
        }
        assertThat(app.send("POST", "/tokens", "name=a&days=1&scope=delete%3Acities", BROWSER, FORM, ada)
                        .statusCode())
                .isEqualTo(403);
        assertThat(header(app.get("/tokens", BROWSER), "Location")).isEqualTo("/login?target=%2Ftokens");
    }

    @Test
    void aFormOfATokenKeepsItsTicksAndItsDays() {
        String ada = signIn("ada", Set.of(Permission.CREATE_CITIES, Permission.DELETE_CITIES));
        String refused = app.send("POST", "/tokens", "name=&days=365&scope=create%3Acities", BROWSER, FORM, ada)
                .body();
        assertThat(refused)
                .contains("value=\"create:cities\" checked", "<option value=\"365\" selected")
                .contains("<a href=\"#name\">What to call it</a> – ", "id=\"name-fault\">Fill this in.")
                .doesNotContain("value=\"delete:cities\" checked", "value=\"90\" selected");
        for (int i = 0; i < 100; i++) {
            app.send("POST", "/tokens", "name=a&days=7", BROWSER, FORM, ada);
        }
        HttpResponse<String> tooMany = app.send("POST", "/tokens", "name=b&days=7", BROWSER, FORM, ada);
        assertThat(tooMany.statusCode()).isEqualTo(409);
        assertThat(tooMany.body()).contains("You have 100 API tokens", "value=\"b\"", "value=\"7\" selected");
    }

    @Test
    void administratorsGiveRolesAndKeepOut() {
        String admin = signIn("admin", EnumSet.allOf(Permission.class));
        String ada = signIn("ada", Set.of());
        assertThat(app.get("/users", BROWSER, ada).statusCode()).isEqualTo(403);
        HttpResponse<String> list = app.get("/users", BROWSER, admin);
        assertThat(list.body())
                .contains("&lt;i&gt;ada", "(you)", "https://issuer.test")
                .doesNotContain("<i>");
        assertThat(app.get("/cities/new", BROWSER, ada).statusCode()).isEqualTo(403);
        String id = User.first(new Identity("https://issuer.test", "ada", null, null))
                .id()
                .value();
        assertThat(header(app.send("POST", "/users", "user=" + id + "&role=editor", BROWSER, FORM, admin), "Location"))
                .isEqualTo("/users");
        assertThat(app.get("/cities/new", BROWSER, ada).statusCode()).isEqualTo(200);
        assertThat(app.send("POST", "/users", "user=" + id + "&disabled=true", BROWSER, FORM, ada)
                        .statusCode())
                .isEqualTo(403);
        app.send("POST", "/users", "user=" + id + "&disabled=true", BROWSER, FORM, admin);
        assertThat(app.get("/users", BROWSER, admin).body()).contains("Let in again");
        assertThat(app.get("/account", BROWSER, ada).statusCode()).isEqualTo(303);
        app.send("POST", "/users", "user=" + id + "&disabled=false", BROWSER, FORM, admin);
        assertThat(app.get("/users", BROWSER, admin).body()).doesNotContain("Let in again");
        assertThat(app.send("POST", "/users", "user=x&role=editor", BROWSER, FORM, admin)
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void anAdministratorStaysOneOnThePagesToo() {
        String admin = signIn("admin", EnumSet.allOf(Permission.class));
        String id = User.first(new Identity("https://issuer.test", "admin", null, null))
                .id()
                .value();
        String other = signIn("other", EnumSet.allOf(Permission.class));
        app.send("POST", "/users", "user=" + id + "&role=admin", BROWSER, FORM, other);
        HttpResponse<String> last = app.send("POST", "/users", "user=" + id + "&role=viewer", BROWSER, FORM, other);
        assertThat(last.statusCode()).isEqualTo(409);
        assertThat(last.body()).contains("Nobody would be left who may manage users");
        String second = User.first(new Identity("https://issuer.test", "other", null, null))
                .id()
                .value();
        app.send("POST", "/users", "user=" + second + "&role=admin", BROWSER, FORM, admin);
        for (String change : new String[] {"&disabled=true", "&role=viewer", "&role=editor"}) {
            HttpResponse<String> refused = app.send("POST", "/users", "user=" + id + change, BROWSER, FORM, admin);
            assertThat(refused.statusCode()).as(change).isEqualTo(409);
            assertThat(refused.body()).contains("takes his own rights away");
        }
        assertThat(app.get("/users", BROWSER, admin).statusCode()).isEqualTo(200);
    }

    private String imported(String query, String file) {
        return header(
                        app.send("POST", "/api/v2/imports" + query, file, Client.EDITOR, "Content-Type: text/csv"),
                        "Location")
                .replace("/api/v2", "");
    }

    private String ended(String path, String cookie) {
        long end = System.nanoTime() + 20_000_000_000L;
        while (System.nanoTime() < end) {
            String page = app.get(path, BROWSER, cookie).body();
            if (!page.contains("every 1s")) {
                return page;
            }
        }
        throw new AssertionError("It does not end");
    }

    @Test
    void importsAreFollowedAndTakenBack() {
        String ada = signIn("ada", EnumSet.allOf(Permission.class));
        assertThat(app.get("/imports", BROWSER, ada).body()).contains("Nothing was imported yet.");
        String head = "name,country,population\n";
        String trial = imported("?dryRun=true&onError=skip", head + "Lyon,FR,1\n<b>Bern,CH,-1\n");
        assertThat(ended(trial, ada))
                .contains(
                        "a dry run", "line 3", "Enter a number from 0 to 100,000,000.", "&lt;b&gt;Bern", ">Added</td>")
                .doesNotContain("<b>Bern", "Take it back");
        assertThat(app.get(trial + "?outcome=rejected", BROWSER, ada).body()).doesNotContain(">Added</td>");
        HttpResponse<String> errors = app.get(trial + "/errors", "Accept: */*", ada);
        assertThat(header(errors, "Content-Disposition")).contains("-errors.csv");
        assertThat(errors.body()).contains("<b>Bern,CH,-1,3,");
        String real = imported("", head + "Lyon,FR,1\nBern,CH,2\n");
        assertThat(ended(real, ada)).contains("Take it back", "<dd>2</dd>");
        String part =
                app.send("GET", real, null, BROWSER, ada, "HX-Request: true").body();
        assertThat(part).contains("id=\"state\"").doesNotContain("<html");
        assertThat(header(app.send("POST", real + "/undo", "", BROWSER, FORM, ada), "Location"))
                .isEqualTo(real);
        assertThat(app.get(real, BROWSER, ada).body()).contains("Taken back").doesNotContain("Take it back");
        assertThat(app.send("POST", real + "/undo", "", BROWSER, FORM, ada).statusCode())
                .isEqualTo(409);
        assertThat(app.send("POST", real + "/cancel", "", BROWSER, FORM, ada).statusCode())
                .isEqualTo(409);
        assertThat(app.get("/imports", BROWSER, ada).body()).contains("Import " + real.replaceAll(".*/", ""));
        assertThat(app.get("/imports/999999", BROWSER, ada).statusCode()).isEqualTo(404);
    }
}
