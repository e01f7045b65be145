package org.cityapi.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.cityapi.web.Client.header;

import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Set;
import org.cityapi.domain.user.Identity;
import org.cityapi.domain.user.Permission;
import org.cityapi.domain.user.User;
import org.junit.jupiter.api.Test;

/** The pages of tokens and of users. */
class PeoplePagesTest extends PagesOnMemory {

    /** What he is called is markup. */
    @Override
    User user(String name) {
        return User.first(new Identity("https://issuer.test", name, "<i>" + name, null));
    }

    @Test
    void aTokenIsShownOnceAndRevoked() {
        String ada = signIn("ada", Set.of(Permission.CREATE_CITIES));
        HttpResponse<String> empty = page("/tokens", ada);
        assertThat(empty.body()).contains("value=\"create:cities\"").doesNotContain("delete:cities", "Your tokens");
        HttpResponse<String> made = sendForm("/tokens", ada, "name=My+%3Cscript%3E&days=30&scope=create%3Acities");
        assertThat(made.statusCode()).isEqualTo(303);
        assertThat(header(made, "Location")).isEqualTo("/tokens");
        assertThat(header(made, "Cache-Control")).isEqualTo("no-store");
        String cookie = header(made, "Set-Cookie");
        assertThat(cookie)
                .startsWith("made-token=")
                .contains("Path=/tokens", "Max-Age=120", "SameSite=Strict")
                .containsIgnoringCase("httponly");
        String carried = "; " + cookie.substring(0, cookie.indexOf(';'));
        HttpResponse<String> shown = page("/tokens", ada + carried);
        assertThat(header(shown, "Cache-Control")).isEqualTo("no-store");
        assertThat(header(shown, "Set-Cookie")).startsWith("made-token=;").contains("Max-Age=0", "Path=/tokens");
        String text = found("<code id=\"made\">(cityapi_[0-9A-Za-z]{36})</code>", shown.body());
        assertThat(cookie).as("encrypted").doesNotContain(text);
        assertThat(new String(Base64.getUrlDecoder().decode(carried.substring(13)), ISO_8859_1))
                .doesNotContain("cityapi");
        assertThat(shown.body()).contains("My &lt;script&gt;", "Your tokens").doesNotContain("<script>");
        assertThat(app.get("/api/v2/me", "Authorization: Bearer " + text).statusCode())
                .isEqualTo(200);
        HttpResponse<String> list = page("/tokens", ada);
        assertThat(list.body()).as("loaded again").doesNotContain(text);
        assertThat(list.body().split("name=\"token\"", -1)).as("one token").hasSize(2);
        assertThat(page("/tokens", signIn("eve", Set.of()) + carried).body())
                .as("of somebody else")
                .doesNotContain("id=\"made\"");
        assertThat(page("/tokens", ada + "; made-token=x").body()).doesNotContain("id=\"made\"");
        String id = found("name=\"token\" value=\"(tok_[0-9a-f]{32})\"", list.body());
        String other = signIn("other", Set.of());
        assertThat(sendForm("/tokens/revoke", other, "token=" + id).statusCode())
                .isEqualTo(404);
        HttpResponse<String> revoked = sendForm("/tokens/revoke", ada, "token=" + id);
        assertThat(header(revoked, "Location")).isEqualTo("/tokens");
        String notice = header(revoked, "Set-Cookie");
        assertThat(notice).contains("HTTPOnly", "Path=/tokens", "Max-Age=120", "SameSite=Strict");
        HttpResponse<String> told = page("/tokens", ada + "; " + notice.replaceFirst(";.*", ""));
        assertThat(told.body()).containsPattern("role=\"status\"[^>]*><p>The token is revoked");
        assertThat(header(told, "Set-Cookie")).as("told once").contains("revoked-token=", "Max-Age=0");
        assertThat(page("/tokens?revoked=x", ada).body()).doesNotContain("is revoked");
        assertThat(app.get("/api/v2/me", "Authorization: Bearer " + text).statusCode())
                .isEqualTo(401);
    }

    @Test
    void whatIsWrongWithATokenIsTold() {
        String ada = signIn("ada", Set.of());
        for (String form :
                new String[] {"name=&days=30", "name=a&days=9999", "name=a&days=x", "name=&days=1&scope=x"}) {
            HttpResponse<String> refused = sendForm("/tokens", ada, form);
            assertThat(refused.statusCode()).as(form).isEqualTo(400);
            assertThat(refused.body())
                    .contains("class=\"notice error\"", "aria-invalid=\"true\"")
                    .doesNotContain("must ", "RFC");
        }
        assertThat(sendForm("/tokens", ada, "name=a&days=1&scope=delete%3Acities")
                        .statusCode())
                .isEqualTo(403);
        assertThat(header(page("/tokens"), "Location")).isEqualTo("/login?target=%2Ftokens");
    }

    @Test
    void aFormOfATokenKeepsItsTicksAndItsDays() {
        String ada = signIn("ada", Set.of(Permission.CREATE_CITIES, Permission.DELETE_CITIES));
        String refused =
                sendForm("/tokens", ada, "name=&days=365&scope=create%3Acities").body();
        assertThat(refused)
                .contains("value=\"create:cities\" checked", "<option value=\"365\" selected")
                .contains("<a href=\"#name\">What to call it</a> – ", "id=\"name-fault\">Fill this in.")
                .doesNotContain("value=\"delete:cities\" checked", "value=\"90\" selected");
        for (int i = 0; i < 100; i++) {
            sendForm("/tokens", ada, "name=a&days=7");
        }
        HttpResponse<String> tooMany = sendForm("/tokens", ada, "name=b&days=7");
        assertThat(tooMany.statusCode()).isEqualTo(409);
        assertThat(tooMany.body()).contains("You have 100 API tokens", "value=\"b\"", "value=\"7\" selected");
    }

    @Test
    void aFormOfATokenIsNotLostWithTheSession() {
        HttpResponse<String> lost =
                app.send("POST", "/tokens", "name=nightly&days=365&scope=create%3Acities", "Accept: text/html", FORM);
        assertThat(lost.statusCode()).isEqualTo(401);
        assertThat(lost.body())
                .contains("You are not signed in any more", "value=\"nightly\"", "formaction=\"/tokens\"")
                .contains("value=\"create:cities\" checked", "<option value=\"365\" selected");
        HttpResponse<String> anew = app.send(
                "POST",
                "/tokens",
                "name=nightly&days=365",
                "Accept: text/html",
                FORM,
                signIn("ada", Set.of()),
                "X-Unproven: yes");
        assertThat(anew.statusCode()).isEqualTo(409);
        assertThat(anew.body()).contains("You have signed in anew", "value=\"nightly\"", "name=\"csrf\" value=");
    }

    @Test
    void administratorsGiveRolesAndKeepOut() {
        String admin = signIn("admin", EnumSet.allOf(Permission.class));
        String ada = signIn("ada", Set.of());
        assertThat(page("/users", ada).statusCode()).isEqualTo(403);
        HttpResponse<String> list = page("/users", admin);
        assertThat(list.body())
                .contains("&lt;i&gt;ada", "(you)", "https://issuer.test")
                .doesNotContain("<i>");
        assertThat(page("/cities/new", ada).statusCode()).isEqualTo(403);
        String id = user("ada").id().value();
        assertThat(header(sendForm("/users", admin, "user=" + id + "&role=editor"), "Location"))
                .isEqualTo("/users?changed=" + id);
        assertThat(page("/users?changed=" + id, admin).body())
                .containsPattern("role=\"status\"[^>]*>\\s*<p>[^<]*ada[^<]* may sign in, with the role “editor”.");
        assertThat(page("/cities/new", ada).statusCode()).isEqualTo(200);
        assertThat(sendForm("/users", ada, "user=" + id + "&disabled=true").statusCode())
                .isEqualTo(403);
        sendForm("/users", admin, "user=" + id + "&disabled=true");
        assertThat(page("/users", admin).body()).contains("Let in again").doesNotContain("is kept out.");
        assertThat(page("/users?changed=" + id, admin).body()).containsPattern("ada[^<]* is kept out.");
        assertThat(header(sendForm("/users", admin, "after=usr_%26&user=" + id), "Location"))
                .isEqualTo("/users?changed=" + id + "&after=usr_%26");
        assertThat(page("/account", ada).statusCode()).isEqualTo(303);
        sendForm("/users", admin, "user=" + id + "&disabled=false");
        assertThat(page("/users", admin).body()).doesNotContain("Let in again");
        assertThat(sendForm("/users", admin, "user=x&role=editor").statusCode()).isEqualTo(404);
    }

    @Test
    void anAdministratorStaysOneOnThePagesToo() {
        String admin = signIn("admin", EnumSet.allOf(Permission.class));
        String id = user("admin").id().value();
        String other = signIn("other", EnumSet.allOf(Permission.class));
        sendForm("/users", other, "user=" + id + "&role=admin");
        HttpResponse<String> last = sendForm("/users", admin, "user=" + id + "&role=viewer");
        assertThat(last.statusCode()).isEqualTo(409);
        assertThat(last.body()).contains("Nobody would be left who may manage users");
        // Whom his provider lets manage users is left himself.
        assertThat(header(sendForm("/users", other, "user=" + id + "&role=viewer"), "Location"))
                .isEqualTo("/users?changed=" + id);
        sendForm("/users", other, "user=" + id + "&role=admin");
        String second = user("other").id().value();
        sendForm("/users", admin, "user=" + second + "&role=admin");
        for (String change : new String[] {"&disabled=true", "&role=viewer", "&role=editor"}) {
            HttpResponse<String> refused = sendForm("/users", admin, "user=" + id + change);
            assertThat(refused.statusCode()).as(change).isEqualTo(409);
            assertThat(refused.body()).contains("takes his own rights away");
        }
        assertThat(page("/users", admin).statusCode()).isEqualTo(200);
    }
}
