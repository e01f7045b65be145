package org.cityapi.bootstrap;

import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Optional;
import org.cityapi.domain.rejection.Rejection;
import org.cityapi.persistence.ConsistentReads;
import org.cityapi.persistence.bundled.BundledCities;
import org.cityapi.persistence.redis.RedisLink;
import org.cityapi.persistence.replica.Replica;
import org.cityapi.web.pages.Installation;
import org.cityapi.web.pages.RunningParts;

/** Asks the parts of the house what they are. */
@Singleton
@Requires(beans = Installation.class)
final class PartsInUse implements RunningParts {

    private static final String SCHEMA =
            "SELECT version FROM flyway_schema_history WHERE version IS NOT NULL ORDER BY installed_rank DESC";

    private final ConsistentReads reads;
    private final Optional<RedisLink> redis;
    private final Optional<Replica> replica;
    private final String seed;

    PartsInUse(ConsistentReads reads, Optional<RedisLink> redis, Optional<Replica> replica, Installation installation) {
        this.reads = reads;
        this.redis = redis;
        this.replica = replica;
        this.seed = installation.settings().getOrDefault("CITY_SEED", "none");
    }

    @Override
    public Now now() {
        String[] database = database();
        return new Now(
                database[0],
                database[1],
                reach(redis.map(RedisLink::isThere)),
                reach(replica.map(Replica::isTrusted)),
                seed.equals("none") ? "" : seed + ", " + BundledCities.origin(),
                Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime()));
    }

    private static Reach reach(Optional<Boolean> there) {
        return there.map(is -> is ? Reach.UP : Reach.DOWN).orElse(Reach.NONE);
    }

    /** The product with its version, and the version of the tables; the page is of use without it, too. */
    private String[] database() {
        try {
            return reads.inOneState(PartsInUse::ask);
        } catch (Rejection.Unavailable away) {
            return new String[] {"", ""};
        }
    }

    private static String[] ask(Connection connection) throws SQLException {
        DatabaseMetaData told = connection.getMetaData();
        try (Statement statement = connection.createStatement();
                ResultSet versions = statement.executeQuery(SCHEMA)) {
            String schema = versions.next() ? versions.getString(1) : "";
            return new String[] {told.getDatabaseProductName() + " " + told.getDatabaseProductVersion(), schema};
        }
    }
}
