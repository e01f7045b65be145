package org.cityapi.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cityapi.web.Client.header;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a client would rather have: a language, a set of characters. */
public abstract class PreferencesContract extends SharedHttpContract {

    @BeforeAll
    void fill() {
        app.add("{\"name\":\"Wien\",\"countryCode\":\"AT\",\"population\":1}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            fr                    | fr
            fr-CA                 | fr
            FR                    | fr
            de, fr;q=0.5          | fr
            en;q=0.5, fr;q=0.8    | fr
            fr;q=0, en;q=0.1      | en
            fr;q=0                | en
            de                    | en
            *                     | en
            en-GB                 | en
            f r;;                 | en
            -                     | en
            --                    | en
            -;q=1                 | en
            ;                     | en
            ,,,                   | en
            ;,fr                  | fr
            , - ,fr;q=x, fr-      | en
            fr; q=0.5 , de        | fr
            fr;q=2                | en
            fr;q=1.               | fr
            fr;q=                 | en
            en;q=0, *             | fr
            en;q=0                | en
            *, fr                 | en
            en-x-fr, fr;q=0.9     | en
            fr-Latn-CA-x-private  | fr
            fr_CA                 | en
            """)
    void theLanguageIsTheOneAskedForElseEnglish(String asked, String given) {
        HttpResponse<String> read = app.get("/api/v2/cities/1", "Accept-Language: " + asked);
        assertThat(header(read, "Content-Language")).isEqualTo(given);
        assertThat(read.body()).contains(given.equals("fr") ? "\"country\":\"Autriche\"" : "\"country\":\"Austria\"");
    }

    @Test
    void languagesAreReadFromAllLinesOfTheHeader() {
        HttpResponse<String> read = app.get("/api/v2/cities/1", "Accept-Language: de", "Accept-Language: fr");
        assertThat(header(read, "Content-Language")).isEqualTo("fr");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Accept-Language | -
            Accept-Language | ;
            Accept-Language | ,,,
            Accept-Charset  | ;
            Accept-Charset  | ,,,
            Accept-Charset  | ;;q=1,
            Accept-Charset  | nope
            Accept-Charset  | *;q=0
            """)
    void noHeaderOfPreferencesIsAFailure(String name, String value) {
        for (String path :
                new String[] {"/api/v2/cities/1", "/api/v1/cities/1", "/api/v1/cities", "/api/v2/countries"}) {
            assertThat(app.get(path, name + ": " + value).statusCode()).as(path).isEqualTo(200);
        }
        for (String path : new String[] {"/api/v2/cities/9", "/api/v1/cities/9", "/api/v2/x", "/x"}) {
            assertThat(app.get(path, name + ": " + value).statusCode()).as(path).isEqualTo(404);
        }
    }

    @Test
    void aLanguageWithoutEndIsPassedOver() {
        for (String part : new String[] {"-a", "-abcdefgh", ",a", "*"}) {
            String header = "Accept-Language: fr" + part.repeat(7500 / part.length());
            assertThat(app.get("/api/v2/cities/1", header).statusCode()).isEqualTo(200);
        }
    }
}
