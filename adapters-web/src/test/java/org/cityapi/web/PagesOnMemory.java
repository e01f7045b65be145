package org.cityapi.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
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

/** Tests of pages over memory, without a script: people sign in, get pages and send forms. */
abstract class PagesOnMemory {

    /** What a browser takes, where it asks for a page. */
    static final String BROWSER = "Accept: text/html,application/xhtml+xml,*/*;q=0.8";

    static final String FORM = "Content-Type: application/x-www-form-urlencoded";

    /** Asks for a part of a page. */
    static final String PART = "HX-Request: true";

    static final String FRENCH = "Cookie: language=fr";

    /** The cookies of whoever has not signed in. */
    static final String NOBODY = "Cookie: a=b";

    /** The cookies of whoever was signed in, and is not any more. */
    static final String SIGNED_OUT = "Cookie: session=gone";

    final OnMemory register;
    final Client app;

    PagesOnMemory() {
        this("providers", "auth0 google");
    }

    /** @param settings names and values, by turns */
    PagesOnMemory(String... settings) {
        register = new OnMemory(settings);
        app = new Client(register);
    }

    @AfterEach
    void stop() {
        app.close();
    }

    /** Who signs in under that name; what he is called, nobody has told. */
    User user(String name) {
        return User.first(new Identity("https://issuer.test", name, null, null));
    }

    /** Lets somebody sign in: gives the cookies of his browser. */
    String signIn(String name, Set<Permission> granted) {
        return signIn(user(name), granted, name, "Firefox");
    }

    /** Lets somebody sign in with one more browser, which has a secret of its own. */
    String signIn(User user, Set<Permission> granted, String secret, String browser) {
        Ports ports = register.ports();
        return ports.work().write(() -> {
            ports.users().save(user);
            SessionId id = SessionId.of(new Secret(secret));
            Instant now = Instant.now();
            ports.sessions().add(new Session(id, user.id(), "auth0", granted, browser, now, now));
            return "Cookie: session=" + secret;
        });
    }

    /** @param headers such as the cookies of somebody who is signed in */
    HttpResponse<String> page(String path, String... headers) {
        String[] all = Arrays.copyOf(headers, headers.length + 1);
        all[headers.length] = BROWSER;
        return app.get(path, all);
    }

    /** @param fields names and values, by turns */
    HttpResponse<String> post(String path, String cookies, String... fields) {
        return sendForm(path, cookies, form(fields));
    }

    /** @param form as browsers encode it, or as none does */
    HttpResponse<String> sendForm(String path, String cookies, String form) {
        return app.send("POST", path, form, BROWSER, FORM, cookies);
    }

    /** @param fields names and values, by turns */
    static String form(String... fields) {
        StringBuilder form = new StringBuilder();
        for (int i = 0; i < fields.length; i += 2) {
            form.append(form.isEmpty() ? "" : "&")
                    .append(fields[i])
                    .append('=')
                    .append(URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
        }
        return form.toString();
    }

    /** The last part of a path, such as the id of a city or an import. */
    static String id(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** The title of a page. */
    static String title(HttpResponse<String> page) {
        return found("<title>([^<]*)</title>", page.body());
    }

    /** The group of a pattern in the first place that it fits, which there is. */
    static String found(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as(pattern + " in " + text).isTrue();
        return matcher.group(1);
    }

    /** The group of a pattern in all places that it fits. */
    static List<String> all(String pattern, HttpResponse<String> page) {
        return Pattern.compile(pattern)
                .matcher(page.body())
                .results()
                .map(place -> place.group(1))
                .toList();
    }
}
