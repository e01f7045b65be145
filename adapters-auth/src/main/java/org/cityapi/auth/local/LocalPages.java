package org.cityapi.auth.local;

import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.stream.Collectors;

/** What the local provider shows to people: pages that need no script and allow none. */
final class LocalPages {

    /** The field that brings the request back from the page: as one text that no browser has reason to change. */
    static final String REQUEST = "request";

    /** The field that says which button was pressed. */
    static final String PERSON = "person";

    /** The header that says what a page may load, and where its forms may lead. */
    static final String POLICY = "Content-Security-Policy";

    private static final String FRAME = """
            <!doctype html>
            <html lang="{language}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{title}</title>
            <link rel="stylesheet" href="/local/style.css">
            </head>
            <body>
            <main>
            <h1>{title}</h1>
            <p>{text}</p>
            {more}</main>
            </body>
            </html>
            """;

    private static final String FORM = """
            <form method="post" action="/local/authorize">
            <input type="hidden" name="%s" value="%s">
            %s</form>
            """;

    private static final String BUTTON = """
            <button name="%s" value="%s"><strong>%s</strong> %s</button>
            """;

    private final String style = read("style.css");

    /** Lets the person choose who to be. */
    HTTPResponse choice(Locale language, LocalSignInRequest asked) {
        ResourceBundle words = words(language);
        String buttons = Arrays.stream(LocalPerson.values())
                .map(LocalPerson::key)
                .map(key -> BUTTON.formatted(
                        PERSON, key, escaped(words.getString(key)), escaped(words.getString(key + ".may"))))
                .collect(Collectors.joining());
        String form = FORM.formatted(REQUEST, escaped(asked.query()), buttons);
        return page(language, HTTPResponse.SC_OK, "choice", form, sourceOf(asked.value("redirect_uri")));
    }

    HTTPResponse signedOut(Locale language) {
        return page(language, HTTPResponse.SC_OK, "out", "", "");
    }

    /** Says that a request is none that can be answered, and sends nobody anywhere. */
    HTTPResponse refused(Locale language, int status) {
        return page(language, status, "refused", "", "");
    }

    HTTPResponse style() {
        HTTPResponse response = new HTTPResponse(HTTPResponse.SC_OK);
        response.setHeader("Content-Type", "text/css;charset=utf-8");
        response.setHeader("Cache-Control", "no-cache");
        response.setBody(style);
        return response;
    }

    /** Sends the browser on by GET, with parameters added to the address. */
    static HTTPResponse redirect(String address, Map<String, List<String>> parameters) {
        String query = URLUtils.serializeParameters(parameters);
        String join = query.isEmpty() ? "" : address.contains("?") ? "&" : "?";
        HTTPResponse response = new HTTPResponse(303);
        // The JDK's server sends the low byte of each character, which may be that of a line break.
        response.setHeader("Location", URI.create(address + join + query).toASCIIString());
        response.setHeader("Cache-Control", "no-store");
        return response;
    }

    /** Browsers ask form-action about the redirect that answers a form, too. They know no source with an IPv6 address. */
    private static String sourceOf(String callback) {
        String origin = LocalApplication.originOf(callback).orElse("");
        return origin.contains("[") ? " http:" : " " + origin;
    }

    private static HTTPResponse page(Locale language, int status, String name, String more, String formTarget) {
        ResourceBundle words = words(language);
        HTTPResponse response = new HTTPResponse(status);
        response.setHeader("Content-Type", "text/html;charset=utf-8");
        response.setHeader("Content-Language", language.toLanguageTag());
        response.setHeader("Vary", "Accept-Language");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader(
                POLICY,
                "default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'"
                        + formTarget);
        response.setBody(FRAME.replace("{language}", language.toLanguageTag())
                .replace("{title}", escaped(words.getString(name + ".title")))
                .replace("{text}", escaped(words.getString(name + ".text")))
                .replace("{more}", more));
        return response;
    }

    private static ResourceBundle words(Locale language) {
        return ResourceBundle.getBundle(
                LocalPages.class.getPackageName() + ".words",
                language,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private static String read(String resource) {
        try (InputStream in = LocalPages.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " belongs beside this class");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
