package org.cityapi.persistence.sqlite;

import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;

/**
 * Fills the index of names again: its rows are numbered in another way, as some cities had more keys than numbers, and
 * there are more keys. Flyway finds it by its name.
 */
public final class V7__Number_names_anew extends BaseJavaMigration {

    @Override
    public void migrate(Context context) throws Exception {
        NameFill.run(context.getConnection());
    }
}
