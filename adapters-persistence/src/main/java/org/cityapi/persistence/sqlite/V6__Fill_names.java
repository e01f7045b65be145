package org.cityapi.persistence.sqlite;

import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;

/** Fills the index of names of a register that has cities already. Flyway finds it by its name. */
public final class V6__Fill_names extends BaseJavaMigration {

    @Override
    public void migrate(Context context) throws Exception {
        NameFill.run(context.getConnection());
    }
}
