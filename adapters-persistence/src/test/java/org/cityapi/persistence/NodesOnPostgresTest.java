package org.cityapi.persistence;

import io.micronaut.context.ApplicationContext;
import java.sql.Connection;
import java.sql.SQLException;
import org.cityapi.persistence.postgres.PostgresDatabase;
import org.cityapi.persistence.postgres.PostgresUrl;

/** Two nodes on one PostgreSQL database. */
class NodesOnPostgresTest extends NodesContract {

    private PostgresUrl url;

    @Override
    void newDatabase() {
        url = PostgresServer.newDatabase();
    }

    @Override
    ApplicationContext open() {
        return OnPostgres.open(url);
    }

    @Override
    Connection connectAlone() throws SQLException {
        return PostgresDatabase.connectAlone(url);
    }

    @Override
    String lastWords() {
        return "SELECT pg_terminate_backend(pg_backend_pid())";
    }
}
