package org.cityapi.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cityapi.web.Client.EDITOR;
import static org.cityapi.web.Client.JSON;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong is named in the reader's language, and nothing of our inside is told. */
public abstract class BadInputContract extends SharedHttpContract {

    /** In the bodies # stands for 300 letters and @ for the properties that a city must have, but for the name. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``                                        |              | required          | The body is missing               | Le corps manque
            {"name"                                   |              | malformed         | The body is not valid JSON, line 1 | Le corps n’est pas du JSON valide, ligne 1
            {"name":"a",@} x                          |              | malformed         | is not valid JSON                 | n’est pas du JSON valide
            {"name":"a","population":NaN}             |              | malformed         | is not valid JSON                 | n’est pas du JSON valide
            []                                        |              | type              | The body must be of type object   | Le corps doit être un objet
            {"nmae":"a",@}                            | nmae         | unknown           | is not known here                 | n’est pas connu ici
            {"a/b~":1,"name":"a",@}                   | a/b~         | unknown           | is not known here                 | n’est pas connu ici
            {"name":"a","name":"b",@}                 | name         | repeated          | is given more than once           | est donné plus d’une fois
            {@}                                       | name         | required          | is required                       | est obligatoire
            {"name":null,@}                           | name         | required          | is required                       | est obligatoire
            {"name":1,@}                              | name         | type              | must be of type string            | doit être un texte
            {"name":" \\u00a0",@}                     | name         | blank             | must not be blank                 | ne doit pas être vide
            {"name":"#",@}                            | name         | too_long          | must have at most 200 characters  | au plus 200 caractères
            {"name":"a\\u0000",@}                     | name         | control_character | must not hold control characters  | ni caractère de contrôle
            {"name":"a\\ud800",@}                     | name         | control_character | halves of surrogate pairs         | paire de substitution
            {"name":"a\\u202eb",@}                    | name         | control_character | turn the direction of text        | change la direction du texte
            {"name":"a","countryCode":"ZZ"}           | countryCode  | unknown_country   | no country is called "ZZ"         | aucun pays ne s’appelle
            {"name":"a","countryCode":"{max}"}        | countryCode  | unknown_country   | no country is called "{max}"      | {max}
            {"name":"a","countryCode":"FRA"}          | countryCode  | unknown_country   | no country is called "FRA"        | FRA
            {"name":"a","population":-1}              | population   | out_of_range      | must lie between 0 and 100000000  | entre 0 et 100000000
            {"name":"a","population":100000001}       | population   | out_of_range      | must lie between 0 and 100000000  | entre 0 et 100000000
            {"name":"a","population":1e99999999999}   | population   | out_of_range      | must lie between 0 and 100000000  | entre 0 et 100000000
            {"name":"a","population":1.5}             | population   | type              | must be of type integer           | doit être un nombre entier
            {"name":"a","population":"1"}             | population   | type              | must be of type integer           | doit être un nombre entier
            {"name":"a","latitude":"1",@}             | latitude     | type              | must be of type number            | doit être un nombre
            {"name":"a","latitude":5,@}               | longitude    | incomplete        | is required together with latitude | obligatoire avec latitude
            {"name":"a","latitude":90.1,"longitude":0,@} | latitude  | out_of_range      | must lie between -90 and 90       | entre -90 et 90
            {"name":"a","latitude":0,"longitude":181,@} | longitude  | out_of_range      | must lie between -180 and 180     | entre -180 et 180
            {"name":"a","timezone":"Mars/Base",@}     | timezone     | unknown_time_zone | IANA database is called           | base IANA ne s’appelle
            {"name":"a","adminCode":"123456789012345678901",@} | adminCode | too_long    | at most 20 characters             | au plus 20 caractères
            {"name":"a","geonameId":0,@}              | geonameId    | out_of_range      | must lie between 1 and            | entre 1 et
            {"name":"a","otherNames":"b",@}           | otherNames   | type              | must be of type array             | doit être une liste
            {"name":"a","otherNames":[1],@}           | otherNames   | type              | must be of type string            | doit être un texte
            """)
    void aBodyIsRefusedWithItsFaultNamed(String body, String field, String code, String english, String french) {
        String sent = (body == null ? "" : body)
                .replace("#", "x".repeat(300))
                .replace("@", "\"countryCode\":\"FR\",\"population\":1");
        for (String language : new String[] {"en", "fr"}) {
            HttpResponse<String> refused = app.send(
                    "POST", "/api/v2/cities", sent, Client.EDITOR, Client.JSON, "Accept-Language: " + language);
            assertRefused(refused, field, code, language.equals("en") ? english : french);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            cities?foo=1                          | foo           | unknown         | is not known here              | n’est pas connu ici
            cities?Limit=1                        | Limit         | unknown         | is not known here              | n’est pas connu ici
            cities?limit=0                        | limit         | out_of_range    | must lie between 1 and 200     | entre 1 et 200
            cities?limit=201                      | limit         | out_of_range    | must lie between 1 and 200     | entre 1 et 200
            cities?limit=-1                       | limit         | out_of_range    | must lie between 1 and 200     | entre 1 et 200
            cities?limit=99999999999999999999     | limit         | out_of_range    | must lie between 1 and 200     | entre 1 et 200
            cities?limit=                         | limit         | type            | must be of type integer        | doit être un nombre entier
            cities?limit=1.5                      | limit         | type            | must be of type integer        | doit être un nombre entier
            cities?limit=1;q=paris                | limit         | type            | must be of type integer        | doit être un nombre entier
            cities?=1                             |               | unknown         | "": is not known here          | "": n’est pas connu ici
            cities?limit=1&limit=2                | limit         | repeated        | is given more than once        | plus d’une fois
            cities?sort=size                      | sort          | not_allowed     | is none of name, population    | ne figure pas parmi name
            cities?sort=--name                    | sort          | not_allowed     | is none of name, population    | ne figure pas parmi name
            cities?sort=                          | sort          | not_allowed     | is none of name, population    | ne figure pas parmi name
            cities?sort=name&sort=id              | sort          | repeated        | is given more than once        | plus d’une fois
            cities?country=ZZ                     | country       | unknown_country | no country is called           | aucun pays
            cities?country=FR,                    | country       | unknown_country | no country is called           | aucun pays
            cities?country=%27%3B+DROP+TABLE+city | country       | unknown_country | DROP TABLE city                | DROP TABLE city
            cities?minPopulation=-1               | minPopulation | out_of_range    | must lie between 0 and         | entre 0 et
            cities?maxPopulation=100000001        | maxPopulation | out_of_range    | must lie between 0 and         | entre 0 et
            cities?cursor=abc                     | cursor        | cursor          | does not come from an earlier  | réponse précédente
            cities?cursor=%00                     | cursor        | cursor          | does not come from an earlier  | réponse précédente
            cities/1?x=1                          | x             | unknown         | is not known here              | n’est pas connu ici
            countries?x=1                         | x             | unknown         | is not known here              | n’est pas connu ici
            countries/FR?x=1                      | x             | unknown         | is not known here              | n’est pas connu ici
            """)
    void aQueryIsRefusedWithItsFaultNamed(String path, String field, String code, String english, String french) {
        assertRefused(app.get("/api/v2/" + path), field, code, english);
        assertRefused(app.get("/api/v2/" + path, "Accept-Language: fr"), field, code, french);
    }

    @ParameterizedTest
    @CsvSource({
        "limit=%ff&limit=2, limit, repeated",
        "limit=2&limit=%ff, limit, repeated",
        "limit=%ff, limit, encoding",
        "country=FR&country=%ff, country, encoding",
        "%ff=1, \uFFFD, unknown",
        "x=%ff, x, unknown"
    })
    void ofAParameterOneFaultIsTold(String query, String field, String code) {
        HttpResponse<String> refused = app.get("/api/v2/cities?" + query);
        assertRefused(refused, field, code, "");
        assertThat(refused.body()).containsOnlyOnce("\"code\"");
    }

    @Test
    void jsonThatIsNestedTooDeeplyIsToldAsSuch() {
        String deep = "{\"a\":" + "[".repeat(1_001) + "]".repeat(1_001) + "}";
        assertRefused(app.add(deep), null, "too_deep", "more than 1000 objects and arrays");
        HttpResponse<String> french = app.send("POST", "/api/v2/cities", deep, EDITOR, JSON, "Accept-Language: fr");
        assertRefused(french, null, "too_deep", "plus de 1000 objets et tableaux");
    }

    private static void assertRefused(HttpResponse<String> refused, String field, String code, String text) {
        String name = field == null ? "" : field;
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(400);
        assertThat(refused.body())
                .contains("\"field\":\"" + name + "\"", "\"code\":\"" + code + "\"", text.replace("\"", "\\\""))
                .doesNotContainIgnoringCase(
                        "Exception", "org.cityapi", "jackson", "micronaut", "java.", "SELECT ", "/tmp");
        if (!text.contains("{max}")) {
            assertThat(refused.body()).doesNotContainPattern("\\{[a-z]+}");
        }
    }

    @Test
    void aNameMayBeEmptyAndIsNotKnown() {
        for (String body : new String[] {"{\"\":1}", "{\"\":1,\"\":2}", "{\"\":{\"\":1}}"}) {
            HttpResponse<String> refused = app.add(body);
            assertThat(refused.statusCode()).as(refused.body()).isEqualTo(400);
        }
        assertThat(app.add("{\"\":1,\"a/~\":2}").body())
                .contains("\\\"\\\": is not known here", "\"pointer\":\"/\"", "\"pointer\":\"/a~1~0\"");
        for (String query : new String[] {"?=1", "?=1&=2", "?=", "?&=&"}) {
            assertThat(app.get("/api/v2/cities" + query).statusCode()).as(query).isBetween(200, 400);
        }
    }

    @Test
    void allFaultsAreToldAtOnce() {
        HttpResponse<String> refused = app.add(
                "{\"name\":\" \",\"countryCode\":\"ZZ\",\"population\":%s,\"latitude\":5,\"nmae\":\"x\",\"otherNames\":[\"b\",1]}"
                        .formatted("9".repeat(100_000)));
        assertThat(refused.body())
                .contains("\"pointer\":\"/name\"", "\"pointer\":\"/countryCode\"", "\"pointer\":\"/population\"")
                .contains("\"pointer\":\"/longitude\"", "\"pointer\":\"/nmae\"", "\"pointer\":\"/otherNames/1\"")
                .contains("must have at most 1000 characters")
                .contains("\"title\":\"Invalid request\"");
        assertThat(refused.body().split("\"pointer\"")).hasSize(7);
        HttpResponse<String> query = app.get("/api/v2/cities?limit=0&sort=x&y=1&cursor=z", "Accept-Language: fr");
        assertThat(query.body())
                .contains("\"field\":\"limit\"", "\"field\":\"sort\"", "\"field\":\"y\"", "Requête invalide")
                .contains("\"field\":\"cursor\"");
    }

    @Test
    void eachOtherNameIsJudgedAtItsPlace() {
        HttpResponse<String> refused = app.add(
                "{\"name\":\"a\",\"countryCode\":\"FR\",\"population\":1,\"otherNames\":[\"\",1,\"a\\u0001\",\"%s\"]}"
                        .formatted("b".repeat(201)));
        assertThat(refused.body())
                .contains("\"pointer\":\"/otherNames/0\",\"code\":\"blank\"")
                .contains("\"pointer\":\"/otherNames/1\",\"code\":\"type\"")
                .contains("\"pointer\":\"/otherNames/2\",\"code\":\"control_character\"")
                .contains("\"pointer\":\"/otherNames/3\",\"code\":\"too_long\"");
        assertThat(refused.body().split("\"pointer\"")).hasSize(5);
    }

    @Test
    void eachFaultOfAParameterIsToldOnceAndWhatMayBeIsToldWhole() {
        String wanted = app.get("/api/v2/cities?fields=,").body();
        assertThat(wanted)
                .containsOnlyOnce("\"code\":\"not_allowed\"")
                .contains("is none of id, name, countryCode", "updatedAt, version, distanceKm, match\"")
                .doesNotContain("…");
        assertThat(app.get("/api/v2/cities?bbox=-200,-100,200,100").body())
                .containsOnlyOnce("\"message\":\"must lie between -90 and 90\"")
                .containsOnlyOnce("\"message\":\"must lie between -180 and 180\"");
    }

    @Test
    void semicolonsPartNoParameters() {
        assertThat(app.get("/api/v2/cities?q=a;b").statusCode()).isEqualTo(200);
        assertThat(app.get("/cities?limit=1;offset=0").body())
                .isEqualTo("{\"error\":\"limit: must be of type integer\"}");
        assertThat(app.get("/login?target=/cities?q=a;b", "Accept: text/html").statusCode())
                .isLessThan(400);
    }

    @Test
    void faultsOfTheQueryAndOfTheBodyAreToldTogether() {
        for (String method : new String[] {"POST", "PUT", "PATCH"}) {
            String path = method.equals("POST") ? "/api/v2/cities?x=1" : "/api/v2/cities/1?x=1";
            for (String body : new String[] {"{\"population\":-1}", "{", "[]", ""}) {
                HttpResponse<String> refused = app.send(method, path, body, Client.EDITOR, Client.JSON);
                assertThat(refused.statusCode()).isEqualTo(400);
                assertThat(refused.body())
                        .contains("\"field\":\"x\"")
                        .contains("\"field\":\"" + (body.length() > 2 ? "population" : "") + "\"");
            }
        }
        assertThat(app.send("POST", "/api/v1/cities?x=1", "{", Client.EDITOR, Client.JSON)
                        .body())
                .contains("x: is not known here; The body is not valid JSON");
    }

    @Test
    void aParameterHidesNoFaultOfThePropertyOfItsName() {
        HttpResponse<String> refused =
                app.send("POST", "/api/v2/cities?name=x", "{\"population\":1}", Client.EDITOR, Client.JSON);
        assertThat(refused.body())
                .contains("{\"field\":\"name\",\"pointer\":\"\",\"code\":\"unknown\"")
                .contains("{\"field\":\"name\",\"pointer\":\"/name\",\"code\":\"required\"");
    }

    @Test
    void aHundredFaultsAreToldAndThatThereAreMore() {
        StringBuilder body = new StringBuilder("{\"name\":\"" + "x".repeat(300) + "\"");
        for (int i = 0; i < 9_000; i++) {
            body.append(",\"").append(i).append("y".repeat(90)).append("\":1");
        }
        HttpResponse<String> refused = app.add(body.append("}").toString());
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).hasSizeLessThan(100_000).contains("There are more faults than the 100 told here");
        assertThat(refused.body().split("\"pointer\"")).hasSize(102);
    }

    @Test
    void longNamesAndValuesAreRepeatedInPart() {
        String endless = "Ü😀".repeat(50_000);
        HttpResponse<String> refused = app.add("{\"countryCode\":\"%s\",\"%s\":1}".formatted(endless, endless));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).hasSizeLessThan(10_000).contains("…");
    }
}
