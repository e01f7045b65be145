package org.cityapi.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cityapi.web.Client.header;

import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.EnumSet;
import org.cityapi.domain.user.Permission;
import org.junit.jupiter.api.BeforeEach;

/** Tests of the pages of cities: there are Lyon and Bern, and an editor who may do everything. */
abstract class CityPagesOnMemory extends PagesOnMemory {

    /** The cookies of the editor. */
    String editor;

    @BeforeEach
    void begin() {
        editor = signIn("editor", EnumSet.allOf(Permission.class));
        app.add(
                "{\"name\":\"Lyon\",\"countryCode\":\"FR\",\"population\":522969,\"latitude\":45.75,\"longitude\":4.85}");
        app.add("{\"name\":\"Bern\",\"countryCode\":\"CH\",\"population\":0}");
    }

    /** Has the editor add Nice by the form, with more fields or none: gives the path of its page. */
    String add(String... more) {
        String[] fields = {"name", "Nice", "countryCode", "FR", "population", "342 669", "key", "k" + more.length};
        String[] all = Arrays.copyOf(fields, fields.length + more.length);
        System.arraycopy(more, 0, all, fields.length, more.length);
        HttpResponse<String> added = post("/cities", editor, all);
        assertThat(added.statusCode()).as(added.body()).isEqualTo(303);
        return header(added, "Location").replace("?added", "");
    }

    /** Has the editor change Nice, as it was when it was added. */
    HttpResponse<String> change(String path, String version, String name, String population) {
        return post(
                path + "/edit",
                editor,
                "id",
                id(path),
                "version",
                version,
                "name",
                name,
                "countryCode",
                "FR",
                "population",
                population,
                "was.name",
                "Nice",
                "was.countryCode",
                "FR",
                "was.population",
                "342669");
    }

    /** Adds so many cities to France. */
    void addToFrance(int count) {
        for (int i = 0; i < count; i++) {
            app.add("{\"name\":\"Ville " + i + "\",\"countryCode\":\"FR\",\"population\":" + (1000 + i) + "}");
        }
    }

    /** Asks for a part of a page, or sends it, as the editor's script does. */
    HttpResponse<String> part(String method, String path, String... fields) {
        String body = method.equals("GET") ? null : form(fields);
        return app.send(method, path, body, "Accept: text/html", FORM, editor, PART);
    }
}
