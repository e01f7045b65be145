package org.cityapi.bootstrap;

import io.micronaut.context.ApplicationContext;
import io.micronaut.serde.ObjectMapper;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
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
            throw new BadCommand("There is no command " + arguments[0] + ".");
        }
        Map<String, Database> databases = new HashMap<>();
        for (int i = 1; i < arguments.length; i += 2) {
            String name = arguments[i];
            if (!name.equals("--from") && !name.equals("--to")) {
                throw new BadCommand("There is no option " + name + ".");
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
        if (from.toString().equals(to.toString())) {
            throw new BadCommand("Both are the same database.");
        }
        return new MoveCommand(from, to);
    }

    /** @throws CannotStart when it cannot be done */
    void run() {
        if (from.isMissing()) {
            throw new CannotStart("There is no register in " + from);
        }
        try {
            from.prepare();
            to.prepare();
            // Both are brought to the schema of this program first.
            try (ApplicationContext source = open(from);
                    ApplicationContext target = open(to);
                    Connection out = from.connectAlone();
                    Connection in = to.connectAlone()) {
                LOG.info("Moving the register from {} to {}", from, to);
                new Move(side(from, source, out), side(to, target, in), target.getBean(ObjectMapper.class))
                        .run((table, rows, all) -> LOG.info("{}: {} of {} rows", table, rows, all));
            }
            LOG.info("Moved; every table is the same on both sides. Set DATABASE_URL to the new database");
        } catch (UnusableDatabase | Move.Impossible e) {
            throw new CannotStart(String.valueOf(e.getMessage()));
        } catch (SQLException e) {
            LOG.debug("Cannot move", e);
            throw new CannotStart("A database failed amid the move (" + e.getMessage()
                    + "); begin it again, and it goes on where it was");
        }
    }

    private static ApplicationContext open(Database database) {
        return ApplicationContext.builder()
                .environmentPropertySource(false)
                .banner(false)
                .properties(database.properties())
                .start();
    }

    private static Move.Side side(Database database, ApplicationContext context, Connection connection) {
        return new Move.Side(
                database.toString(), connection, context.getBean(Dialect.class), context.getBean(NameIndex.class));
    }
}
