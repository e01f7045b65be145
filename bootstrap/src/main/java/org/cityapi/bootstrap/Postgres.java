package org.cityapi.bootstrap;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.cityapi.persistence.postgres.PostgresDatabase;
import org.cityapi.persistence.postgres.PostgresUrl;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL database.
 *
 * @param replica where what may be a moment old is read; null for where all is
 */
record Postgres(PostgresUrl url, @Nullable PostgresUrl replica) implements Database {

    @Override
    public Database readingFrom(String address) {
        return new Postgres(url, PostgresUrl.ofReplica(address));
    }

    @Override
    public void prepare() {
        PostgresDatabase.check(url);
    }

    @Override
    public Connection connectAlone() throws SQLException {
        return PostgresDatabase.connectAlone(url);
    }

    @Override
    public Map<String, Object> properties() {
        Map<String, Object> properties = PostgresDatabase.properties(url);
        if (replica != null) {
            properties.putAll(PostgresDatabase.replica(replica));
        }
        return properties;
    }

    @Override
    public boolean isMissing() {
        return false;
    }

    @Override
    public boolean isShared() {
        return true;
    }

    @Override
    public String reason(Throwable failure) {
        return url.strip(Database.super.reason(failure));
    }

    @Override
    public String toString() {
        return url.toString();
    }
}
