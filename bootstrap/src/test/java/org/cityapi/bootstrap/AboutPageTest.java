package org.cityapi.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.cityapi.web.Client;
import org.cityapi.web.RunningRegister;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Administrators are told what runs, whatever that is; nobody is told where it lies. */
class AboutPageTest {

    private static final String ADMIN = "Authorization: " + OnDatabase.fetch("admin");
    private static final String VIEWER = "Authorization: " + OnDatabase.fetch("viewer");
    private static final String[] SECRETS = {"jdbc:", "postgres://", "sqlite:", ".db", "127.0.0.1", "password"};

    @Test
    void onSqlite(@TempDir Path folder) {
        tells(new OnSqlite(folder), "<dd>SQLite 3\\.[0-9.]+</dd>", folder.toString());
    }

    @Test
    void onPostgres() {
        tells(new OnPostgres(), "<dd>PostgreSQL [0-9]+[^<]*</dd>", "jdbc:");
    }

    private static void tells(RunningRegister register, String database, String place) {
        Client app = new Client(register);
        try {
            String page = app.get("/about", ADMIN, "Accept: text/html").body();
            assertThat(page)
                    .containsPattern(database)
                    .containsPattern("<dt>Version of its tables</dt><dd>[0-9]+</dd>")
                    .contains("<dt>Redis</dt><dd>none</dd>", "as many as anybody wants", "200 MB")
                    .doesNotContain(place)
                    .doesNotContain(SECRETS);
            assertThat(app.get("/about", VIEWER, "Accept: text/html").body())
                    .contains("Swagger UI")
                    .doesNotContain("Version of its tables");
        } finally {
            app.close();
        }
    }
}
