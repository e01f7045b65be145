package org.cityapi.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cityapi.web.Client.header;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** The cells of the list that are edited in their place. */
class CityCellsTest extends CityPagesOnMemory {

    @Test
    void aCellIsEditedInItsPlace() {
        String cell = add() + "/cell/population";
        assertThat(page("/cities", editor).body()).contains("hx-get=\"" + cell + "\"");
        assertThat(page("/cities").body()).doesNotContain("/cell/");
        HttpResponse<String> edited = part("GET", cell);
        assertThat(edited.body()).contains("name=\"population\" value=\"342669\"", "hx-post=\"" + cell + "\"");
        assertThat(edited.body()).doesNotContain("<html", "toast");
        HttpResponse<String> wrong = part("POST", cell, "version", "1", "population", "many");
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body())
                .contains("value=\"many\"", "Enter a whole number, such as 2100000.", "aria-invalid=\"true\"");
        HttpResponse<String> saved = part("POST", cell, "version", "1", "population", "1 000");
        assertThat(saved.statusCode()).isEqualTo(200);
        assertThat(saved.body()).contains("1,000", "hx-swap-oob", "Saved.", "name=\"version\" value=\"1\"");
        assertThat(saved.body()).contains("name=\"back\" value=\"/cities\"");
        assertThat(part("POST", cell, "version", "2", "population", "1000").body())
                .doesNotContain("Saved.");
        HttpResponse<String> stale = part("POST", cell, "version", "1", "population", "7");
        assertThat(stale.statusCode()).isEqualTo(409);
        assertThat(stale.body())
                .contains("value=\"7\"", "here it is \u201c1,000\u201d now", "name=\"version\" value=\"2\"");
        assertThat(header(page(cell, editor), "Location")).isEqualTo(cell.replace("/cell/population", "/edit"));
        assertThat(part("GET", cell + "/shown").body()).contains("1,000").doesNotContain("toast");
        assertThat(part("GET", cell.replace("population", "country")).statusCode())
                .isEqualTo(404);
    }

    @Test
    void twoCellsOfOneCityAreNoConflict() {
        String path = add();
        String name = path + "/cell/name";
        String population = path + "/cell/population";
        assertThat(part("GET", name).body()).contains("name=\"was\" value=\"Nice\"");
        assertThat(part("POST", population, "version", "1", "was", "342669", "population", "7")
                        .body())
                .contains("Saved.");
        HttpResponse<String> both = part("POST", name, "version", "1", "was", "Nice", "name", "Nizza");
        assertThat(both.statusCode()).isEqualTo(200);
        assertThat(both.body()).contains(">Nizza</a>", "Saved.", "name=\"version\" value=\"2\"");
        assertThat(page(path).body()).contains("<dd>7</dd>");
        assertThat(part("POST", name, "version", "1", "was", "Nizza", "name", "Nizza")
                        .body())
                .as("of somebody who changed nothing nothing can be taken back")
                .doesNotContain("Saved.");
        assertThat(part("POST", name, "version", "1", "was", "Nice", "name", "Nissa")
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void whoeverTakesACellBackStaysOnTheList() {
        String path = add();
        HttpResponse<String> saved = app.send(
                "POST",
                path + "/cell/population",
                form("version", "1", "population", "7"),
                "Accept: text/html",
                FORM,
                editor,
                PART,
                "HX-Current-URL: http://localhost/cities?q=ni&undone=3");
        assertThat(saved.body()).contains("name=\"back\" value=\"/cities?q=ni\"");
        String undone = header(
                post(path + "/restore", editor, "expected", "2", "version", "1", "back", "/cities?q=ni"), "Location");
        assertThat(undone).isEqualTo("/cities?q=ni&undone=" + id(path));
        assertThat(page(undone, editor).body())
                .contains("<span>Taken back.</span> <a href=\"" + path + "\"", "342,669")
                .doesNotContain("The city is back");
        assertThat(page("/cities?undone=99", editor).body()).doesNotContain("Taken back");
    }

    @Test
    void whatWasTypedInACellIsNotLost() {
        String cell = add() + "/cell/population";
        String kept = "name=\"population\" value=\"7\"";
        String[] typed = {"version", "1", "population", "7", "found", "Nissa"};
        HttpResponse<String> lost = app.send("POST", cell, form(typed), "Accept: text/html", FORM, SIGNED_OUT, PART);
        assertThat(lost.statusCode()).isEqualTo(401);
        assertThat(lost.body())
                .contains(kept, "You are not signed in any more", "target=\"_blank\"")
                .doesNotContain("<html");
        HttpResponse<String> unproven =
                app.send("POST", cell, form(typed), "Accept: text/html", FORM, editor, PART, "X-Unproven: yes");
        assertThat(unproven.statusCode()).isEqualTo(409);
        assertThat(unproven.body()).contains(kept, "You have signed in anew", "name=\"csrf\" value=");
        assertThat(part("POST", cell, typed).body()).contains("Saved.");
        unproven = app.send("POST", cell, form(typed), "Accept: text/html", FORM, editor, PART, "X-Unproven: yes");
        assertThat(unproven.body())
                .as("what somebody has saved since is not overwritten unseen")
                .contains("name=\"version\" value=\"1\"");
        register.busy(true);
        HttpResponse<String> busy = part("POST", cell, typed);
        assertThat(busy.statusCode()).isEqualTo(503);
        assertThat(busy.body())
                .containsPattern("<main[^>]* class=\"narrow error\"")
                .contains("Others are writing");
        register.busy(false);
        assertThat(part("GET", cell.replace("population", "name")).body()).contains("maxlength=\"400\"");
        typed[1] = "2";
        assertThat(app.send("POST", cell, form(typed), "Accept: text/html", FORM, editor, PART, "X-Judgements: 1")
                        .statusCode())
                .as("who he is is asked once")
                .isEqualTo(200);
    }

    @Test
    void aCellKeepsTheNameThatWasFound() {
        String path = add("otherNames", "Nizza <b>&?\nNissa");
        String found = "?found=Nizza+%3Cb%3E%26%3F";
        String line = "<small class=\"quiet\" dir=\"auto\">Nizza &lt;b&gt;&amp;?</small>";
        assertThat(page("/cities?q=nizza", editor).body()).contains("/cell/name" + found + "\"", line);
        String cell = path + "/cell/name";
        assertThat(part("GET", cell + found).body())
                .contains("data-leave=\"" + cell + "/shown" + found, "name=\"found\" value=\"Nizza &lt;b&gt;&amp;?\"");
        assertThat(part("GET", cell + "/shown" + found).body()).contains(line, cell + found);
        assertThat(part("POST", cell, "version", "1", "name", "", "found", "Nissa")
                        .body())
                .contains("name=\"found\" value=\"Nissa\"");
        assertThat(part("POST", cell, "version", "1", "name", "Nice!", "found", "Nissa")
                        .body())
                .contains("Nissa</small>");
        assertThat(part("GET", cell + "/shown?found=Other").body()).doesNotContain("Other");
    }
}
