package org.cityapi.auth.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people see at the local provider. */
class LocalPagesTest extends LocalProviderCalls {

    private final LocalVisit visit = new LocalVisit(calls);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en|en|Who are you?",
                "fr|fr|Qui êtes-vous ?",
                "fr-CA, en;q=0.5|fr|Qui êtes-vous ?",
                "en;q=0.1, FR;q=0.9|fr|Qui êtes-vous ?",
                "de, fr;q=0.2|fr|Qui êtes-vous ?",
                "fr;q=0, en|en|Who are you?",
                "de|en|Who are you?",
                "tr|en|Who are you?",
                "*|en|Who are you?",
                "frank|en|Who are you?",
                "<script>|en|Who are you?",
                ";;;q=,|en|Who are you?",
                "''|en|Who are you?"
            })
    void theyAreInTheLanguageOfTheReader(String wish, String language, String title) {
        HttpResponse<String> page = visit.page("Accept-Language", wish);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Language")).hasValue(language);
        assertThat(page.headers().firstValue("Vary")).hasValue("Accept-Language");
        assertThat(page.body()).contains("<html lang=\"" + language + "\">", "<h1>" + title + "</h1>");
    }

    @Test
    void aWishForThousandsOfLanguagesIsNotRead() {
        assertThat(visit.page("Accept-Language", "fr" + ",de".repeat(10_000)).body())
                .contains("lang=\"en\"");
    }

    @Test
    void everyTextIsInBothLanguages() {
        ResourceBundle english = ResourceBundle.getBundle("org.cityapi.auth.local.words", Locale.ROOT);
        ResourceBundle french = ResourceBundle.getBundle("org.cityapi.auth.local.words", Locale.FRENCH);
        assertThat(french.getLocale()).isEqualTo(Locale.FRENCH);
        assertThat(french.keySet()).isEqualTo(english.keySet());
        assertThat(english.keySet()).isNotEmpty().allSatisfy(key -> {
            assertThat(french.getString(key)).isNotBlank().isNotEqualTo(english.getString(key));
        });
    }

    @Test
    void thePageOffersThreePeopleByAPlainForm() {
        String page = visit.page("Accept-Language", "fr").body();
        assertThat(page)
                .contains(
                        "<form method=\"post\" action=\"/local/authorize\">",
                        "value=\"viewer\"><strong>Lecteur</strong> ",
                        "value=\"editor\"><strong>Éditeur</strong> ",
                        "value=\"admin\"><strong>Administrateur</strong> ")
                .doesNotContain("<script", "style=", " on");
    }

    @Test
    void theyAllowNothingButTheirOwnStyleAndTheWayBack() {
        String policy =
                "default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'";
        HttpResponse<String> page = visit.page();
        assertThat(page.headers().firstValue("Content-Security-Policy")).hasValue(policy + " http://localhost:8080");
        HttpResponse<String> refusal = visit.without("client_id").page();
        HttpResponse<String> signedOut = calls.send(calls.at("/logout"));
        for (HttpResponse<String> other : List.of(refusal, signedOut)) {
            assertThat(other.headers().firstValue("Content-Security-Policy")).hasValue(policy);
        }
        for (HttpResponse<String> any : List.of(page, refusal, signedOut)) {
            assertThat(any.headers().firstValue("Cache-Control")).hasValue("no-store");
            assertThat(any.headers().firstValue("X-Frame-Options")).hasValue("DENY");
            assertThat(any.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
            assertThat(any.headers().firstValue("Referrer-Policy")).hasValue("same-origin");
            assertThat(any.headers().firstValue("Content-Type")).hasValue("text/html;charset=utf-8");
        }
    }

    /** A policy cannot name [::1]: browsers would ignore it, and then keep the form from coming back. */
    @Test
    void theWayBackToAnIpv6AddressIsOpenToo() {
        assertThat(visit.with("redirect_uri", "http://[::1]:8080/oauth/callback/local")
                        .page()
                        .headers()
                        .firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).endsWith("form-action 'self' http:"));
    }

    @Test
    void theirStyleIsServed() {
        HttpResponse<String> style = calls.send(calls.at("/style.css"));
        assertThat(style.statusCode()).isEqualTo(200);
        assertThat(style.headers().firstValue("Content-Type")).hasValue("text/css;charset=utf-8");
        assertThat(style.body()).contains("button").doesNotContain("url(", "@import");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"><script>alert(1)</script>",
                "'><img src=x onerror=alert(1)>",
                "&quot;&gt;<b>&amp;lt;",
                "</form><form action=http://evil.invalid>",
                "a b+c%20d%2B&e=f#g;h",
                " blank before and after ",
                "line\r\nSet-Cookie: x=y\nline",
                "tab\tnul\u0000esc\u001b",
                "é 東京 \ud83c\udfd9 \u202e",
                "{title}{more}%s%n$1\\"
            })
    void aHostileStateIsShownHarmlessAndComesBackAsItWas(String state) {
        visit.with("state", state);
        assertThat(visit.page().body()).doesNotContain("<script", "<img", "<b>", "evil.invalid>", state);
        assertThat(LocalVisit.parameters(visit.choose("viewer"))).containsEntry("state", state);
        assertThat(LocalVisit.parameters(visit.with("prompt", "none").page())).containsEntry("state", state);
    }

    /** Browsers encode less than programs do: what they leave as it is must not reach the page so. */
    @ParameterizedTest
    @ValueSource(strings = {"x='onfocus='alert(1)", "x='%3e", "x=(1)&amp;", "x=&lt"})
    void aQueryThatIsNotEncodedIsShownHarmless(String query) {
        HttpResponse<String> page = calls.send(calls.at("/authorize?" + visit.query() + "&" + query));
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains(visit.query().replace("&", "&amp;") + "&amp;"
                        + query.replace("&", "&amp;").replace("'", "&#39;"));
    }

    @Test
    void aQueryWithMarkupIsNoAddress() throws Exception {
        String answer = calls.raw("GET /local/authorize?" + visit.query()
                + "&x=\"><script>alert(1)</script> HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 400").doesNotContain("<script");
    }

    @Test
    void aHostileNonceComesBackAsItWas() throws Exception {
        String nonce = " \"<script>\u0000\r\n' ";
        visit.with("nonce", nonce);
        String token =
                (String) LocalCalls.json(visit.tokens(visit.code("viewer"))).get("id_token");
        assertThat(SignedJWT.parse(token).getJWTClaimsSet().getStringClaim("nonce"))
                .isEqualTo(nonce);
    }
}
