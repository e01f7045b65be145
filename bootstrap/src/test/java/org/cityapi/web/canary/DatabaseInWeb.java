package org.cityapi.web.canary;

import org.cityapi.persistence.sqlite.SqliteDatabase;

/** Breaks the rule that adapters do not know each other. */
public final class DatabaseInWeb {

    private DatabaseInWeb() {}

    public static Class<?> store() {
        return SqliteDatabase.class;
    }
}
