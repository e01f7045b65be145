package org.cityapi.persistence.sqlite;

import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;

/** Fills the index of names again: letters are folded as they are typed, those of Hangul one for each key. Flyway finds it by its name. */
public final class V14__Fold_letters_as_they_are_typed extends BaseJavaMigration {

    @Override
    public void migrate(Context context) throws Exception {
        NameFill.run(context.getConnection());
    }
}
