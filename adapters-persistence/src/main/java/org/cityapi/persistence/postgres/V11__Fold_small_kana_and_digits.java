package org.cityapi.persistence.postgres;

import java.sql.Statement;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;

/** Fills the index of names again: small kana are folded as large ones, digits as those of ASCII, and {@code St} is found for {@code Sankt}. Flyway finds it by its name. */
public final class V11__Fold_small_kana_and_digits extends BaseJavaMigration {

    @Override
    public void migrate(Context context) throws Exception {
        try (Statement statement = context.getConnection().createStatement()) {
            statement.execute("TRUNCATE city_name, city_token");
        }
        new NameCopy(context.getConnection()).run();
    }
}
