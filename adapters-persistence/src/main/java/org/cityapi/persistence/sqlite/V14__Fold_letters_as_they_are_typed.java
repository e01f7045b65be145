package org.cityapi.persistence.sqlite;

import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;

/** Letters are folded as they are typed, those of Hangul one for each key: {@link V15__Fold_small_kana_and_digits} fills the index. Flyway finds it by its name. */
public final class V14__Fold_letters_as_they_are_typed extends BaseJavaMigration {

    @Override
    public void migrate(Context context) {
        // The next one does it.
    }
}
