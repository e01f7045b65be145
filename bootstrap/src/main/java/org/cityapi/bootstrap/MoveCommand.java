package org.cityapi.bootstrap;

import io.micronaut.context.ApplicationContext;
import io.micronaut.serde.ObjectMapper;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.cityapi.domain.rejection.Rejection;
import org.cityapi.persistence.Dialect;
import org.cityapi.persistence.NameIndex;
import org.cityapi.persistence.UnusableDatabase;
import org.cityapi.persistence.move.Move;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code migrate --from DATABASE --to DATABASE}. */
record MoveCommand(Database from, Database to) {

    private static final Logger LOG = LoggerFactory.getLogger(MoveCommand.class);

    /** @throws BadCommand when the arguments are something else */
    static MoveCommand of(String... arguments) {
        if (!arguments[0].equals("migrate")) {
            throw new BadCommand("There is no command" + plain(arguments[0]) + ".");
        }
        Map<String, Database> databases = new HashMap<>();
        for (int i = 1; i < arguments.length; i += 2) {
            String name = arguments[i];
            if (!name.equals("--from") && !name.equals("--to")) {
                throw new BadCommand("There is no option" + plain(name) + ".");
            }
            if (i + 1 == arguments.length) {
                throw new BadCommand("The option " + name + " has no value.");
            }
            try {
                databases.put(name, Database.of(arguments[i + 1]));
            } catch (IllegalArgumentException e) {
                throw new BadCommand("The value of " + name + " " + e.getMessage() + ".");
            }
        }
        Database from = databases.get("--from");
        Database to = databases.get("--to");
        if (from == null || to == null) {
            throw new BadCommand("Both --from and --to are needed.");
        }
        if (from.place().equals(to.place())) {
            throw new BadCommand("Both are the same database.");
        }
        return new MoveCommand(from, to);
    }

    /** What is printed of an argument: anything else may be an address with a password. */
    private static String plain(String argument) {
        return argument.matches("-{0,2}[a-z-]{1,20}") ? " " + argument : " of that kind";
    }

    /** @throws CannotStart when it cannot be done */
    void run() {
        if (from.isMissing()) {
            throw new CannotStart("There is no register in " + from);
        }
        try {
            from.prepare();
            to.prepare();
        } catch (UnusableDatabase e) {
            throw new CannotStart(e.getMessage());
        }
        // Before the pools are opened: what else is open on a database is a register.
        try (Connection out = alone(from);
                Connection in = alone(to)) {
            refuseEmpty(out);
            // Both are brought to the schema of this program first.
            try (ApplicationContext source = open(from);
                    ApplicationContext target = open(to)) {
                LOG.info("Moving the register from {} to {}", from, to);
                new Move(side(from, source, out), side(to, target, in), target.getBean(ObjectMapper.class))
                        .run(new Told());
            }
            LOG.info("Moved; every table is the same on both sides. Set DATABASE_URL to the new database");
        } catch (Move.Impossible e) {
            throw new CannotStart(e.getMessage());
        } catch (SQLException e) {
            LOG.debug("Cannot move", e);
            throw new CannotStart(
                    "A database failed amid the move; begin it again, and it goes on where it was. " + reason(e));
        } catch (Rejection.Unavailable e) {
            LOG.debug("Cannot move", e);
            throw new CannotStart("The database " + to + " does not take all cities: " + to.reason(e));
        }
    }

    /** Only a server's driver tells an address, which may hold a password; its database knows how to leave that out. */
    private String reason(SQLException failure) {
        return (to.isShared() ? to : from).reason(failure);
    }

    private static Connection alone(Database database) throws SQLException {
        try {
            return database.connectAlone();
        } catch (UnusableDatabase e) {
            throw new CannotStart(e.getMessage());
        }
    }

    /** A mistyped name would else make a register where none is. */
    private void refuseEmpty(Connection source) throws SQLException {
        try (ResultSet history = source.getMetaData().getTables(null, null, "flyway_schema_history", null)) {
            if (!history.next()) {
                throw new CannotStart("There is no register in " + from);
            }
        }
    }

    private static ApplicationContext open(Database database) {
        try {
            return ApplicationContext.builder()
                    .environmentPropertySource(false)
                    .banner(false)
                    .properties(database.properties())
                    .start();
        } catch (RuntimeException e) {
            throw Register.notMigrated(database, e);
        }
    }

    /** Tells how far it is. */
    private static final class Told implements Move.Progress {

        @Override
        public void moved(String table, long rows, long all) {
            LOG.info("{}: {} of {} rows", table, rows, all);
        }

        @Override
        public void begins(String what) {
            LOG.info("Now {}", what);
        }
    }

    private static Move.Side side(Database database, ApplicationContext context, Connection connection) {
        return new Move.Side(
                database.place(), connection, context.getBean(Dialect.class), context.getBean(NameIndex.class));
    }
}
