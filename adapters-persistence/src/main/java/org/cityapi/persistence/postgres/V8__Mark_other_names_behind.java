package org.cityapi.persistence.postgres;

import java.sql.Statement;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;

/** Fills the index of names again: other names are marked behind, and those of one word have one token. Flyway finds it by its name. */
public final class V8__Mark_other_names_behind extends BaseJavaMigration {

    @Override
    public void migrate(Context context) throws Exception {
        try (Statement statement = context.getConnection().createStatement()) {
            statement.execute("TRUNCATE city_name, city_token");
        }
        new NameCopy(context.getConnection()).run();
    }
}
