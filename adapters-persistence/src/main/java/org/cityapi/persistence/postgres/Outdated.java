package org.cityapi.persistence.postgres;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;
import java.util.Set;

/**
 * Tells the pools which connections lead to a server that is no use any more though it answers: after a failover that
 * which only reads. What a server says that ends ({@code 57P01} to {@code 57P03}), and lost connections, they know.
 */
public final class Outdated implements SQLExceptionOverride {

    private static final Set<String> STATES = Set.of(
            "25006", // read_only_sql_transaction
            "25P03"); // idle_in_transaction_session_timeout, with which the server ends the session

    @java.lang.Override
    public Override adjudicate(SQLException failure) {
        return STATES.contains(String.valueOf(failure.getSQLState())) ? Override.MUST_EVICT : Override.CONTINUE_EVICT;
    }
}
