package org.cityapi.auth.canary;

import org.cityapi.persistence.sqlite.SqliteDatabase;

/** Breaks the rule that adapters do not know each other. */
public final class StoreInAuth {

    private StoreInAuth() {}

    public static Class<?> store() {
        return SqliteDatabase.class;
    }
}
