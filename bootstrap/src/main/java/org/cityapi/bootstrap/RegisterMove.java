package org.cityapi.bootstrap;

import io.micronaut.context.ApplicationContext;
import io.micronaut.serde.ObjectMapper;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import org.cityapi.domain.rejection.Rejection;
import org.cityapi.persistence.Dialect;
import org.cityapi.persistence.NameIndex;
import org.cityapi.persistence.move.Move;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A move from one database to another. */
record RegisterMove(Database from, Database to) {

    private static final Logger LOG = LoggerFactory.getLogger(RegisterMove.class);

    /** @throws BadCommand when they are no two databases */
    static RegisterMove of(@Nullable String from, @Nullable String to, Printer printer) {
        Database source = database("--from", from);
        Database target = database("--to", to);
        if (source == null || target == null) {
            throw new BadCommand(printer.word("both.needed"));
        }
        if (source.place().equals(target.place())) {
            throw new BadCommand(printer.word("same.database"));
        }
        return new RegisterMove(source, target);
    }

    private static @Nullable Database database(String option, @Nullable String address) {
        try {
            return address == null ? null : Database.of(address);
        } catch (IllegalArgumentException e) {
            throw new BadCommand("The value of " + option + " " + e.getMessage() + ".");
        }
    }

    /** @throws org.cityapi.persistence.ToldFailure when it cannot be done */
    void run() {
        if (from.isMissing()) {
            throw new CannotStart("no.register", from);
        }
        from.prepare();
        to.prepare();
        // Before the pools are opened: what else is open on a database is a register.
        try (Connection out = from.connectAlone();
                Connection in = to.connectAlone()) {
            refuseEmpty(out);
            // Both are brought to the schema of this program first.
            try (ApplicationContext source = OpenStore.start(from, Map.of());
                    ApplicationContext target = OpenStore.start(to, Map.of())) {
                LOG.info(Printer.plain("Moving the register from " + from + " to " + to));
                new Move(side(from, source, out), side(to, target, in), target.getBean(ObjectMapper.class))
                        .run(new MoveProgress(LOG::info, System::nanoTime));
            }
            LOG.info("Moved; every table is the same on both sides. Set DATABASE_URL to the new database");
        } catch (SQLException e) {
            LOG.debug("Cannot move", e);
            throw new CannotStart("move.failed", reason(e));
        } catch (Rejection.Unavailable e) {
            LOG.debug("Cannot move", e);
            throw new CannotStart("move.refused", to, to.reason(e));
        }
    }

    /** Only a server's driver tells an address, which may hold a password; its database knows how to leave that out. */
    private String reason(SQLException failure) {
        return (to.isShared() ? to : from).reason(failure);
    }

    /** A mistyped name would else make a register where none is. */
    private void refuseEmpty(Connection source) throws SQLException {
        try (ResultSet history = source.getMetaData().getTables(null, null, "flyway_schema_history", null)) {
            if (!history.next()) {
                throw new CannotStart("no.register", from);
            }
        }
    }

    private static Move.Side side(Database database, ApplicationContext context, Connection connection) {
        return new Move.Side(
                database.place(), connection, context.getBean(Dialect.class), context.getBean(NameIndex.class));
    }
}
