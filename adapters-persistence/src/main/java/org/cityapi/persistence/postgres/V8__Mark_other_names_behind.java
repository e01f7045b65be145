package org.cityapi.persistence.postgres;

import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;

/** Other names are marked behind, and those of one word have one token: {@link V11__Fold_small_kana_and_digits} fills the index. Flyway finds it by its name. */
public final class V8__Mark_other_names_behind extends BaseJavaMigration {

    @Override
    public void migrate(Context context) {
        // A later one does it.
    }
}
