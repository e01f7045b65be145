package org.cityapi.persistence.move;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.cityapi.persistence.Sql;
import org.jspecify.annotations.Nullable;

/**
 * A table that is moved, column by column.
 *
 * @param keys how many of its first columns are its key, by whose order it is moved
 * @param columns what each holds
 */
record Table(String name, int keys, Map<String, Kind> columns) {

    private static final int AT_A_TIME = 5_000;

    /** A change tells a city before and after, each with up to two hundred names. */
    private static final int LARGE_ROWS_AT_A_TIME = 200;

    /** All but the names of cities and their tokens, which each database makes of the cities. */
    static final List<Table> ALL = List.of(
            of(
                    "city",
                    1,
                    "id# name sort_key* country_code population# latitude_e6# longitude_e6# admin_code timezone"
                            + " geoname_id# created_by created_at# updated_at# version# other_names"),
            of("city_change", 1, "sequence# city_id# version# action at# by_id via before{} after{}"),
            of("known_user", 1, "id issuer subject name email role decided? disabled? granted signed_in_at#"),
            of("browser_session", 1, "id user_id provider granted client started_at# used_at#"),
            of("sign_in_attempt", 1, "state browser provider nonce verifier target started_at#"),
            of("api_token", 1, "id digest owner_id name scopes created_at# expires_at# used_at#"),
            of("idempotency_key", 2, "user_id text digest made_id# at#"),
            of(
                    "import_job",
                    1,
                    "id# format mode on_error dry_run? ignore_unknown? by_id node state bytes_total# bytes_read#"
                            + " rows_read# inserted# updated# unchanged# rejected# column_names faults created_at#"
                            + " started_at# finished_at# first_change# last_change# left_cities beat# cancel_asked? matching"),
            of(
                    "import_draft",
                    1,
                    "id# owner_id node file bytes# format rows_total# outline mode on_error trial_id# done_id# used_at#"),
            of("import_row", 2, "job_id# number# line# outcome city_id# before{} after{} cells faults"));

    /** @param columns by their names; behind a name, {@code #} is a number, {@code ?} a truth, {@code *} bytes, {} JSON */
    private static Table of(String name, int keys, String columns) {
        Map<String, Kind> kinds = new LinkedHashMap<>();
        for (String column : columns.split(" ")) {
            Kind kind = column.endsWith("#")
                    ? Kind.NUMBER
                    : column.endsWith("?")
                            ? Kind.TRUTH
                            : column.endsWith("*") ? Kind.BYTES : column.endsWith("{}") ? Kind.JSON : Kind.TEXT;
            kinds.put(column.replaceAll("[^a-z0-9_]", ""), kind);
        }
        return new Table(name, keys, kinds);
    }

    /** Whether its rows are numbered by the database. */
    boolean isNumbered() {
        return keys == 1 && columns.get(key(0)) == Kind.NUMBER;
    }

    String key(int place) {
        return names().get(place);
    }

    private List<String> names() {
        return List.copyOf(columns.keySet());
    }

    private String quoted() {
        return names().stream().map(each -> '"' + each + '"').collect(Collectors.joining(", "));
    }

    long count(Connection connection) throws SQLException {
        return Sql.of("SELECT count(*) FROM " + name).number(connection);
    }

    /** The key of the last row; null when there is none. */
    @Nullable
    List<Object> last(Connection connection) throws SQLException {
        List<List<Object>> last = rows(connection, "", List.of(), " DESC", 1);
        return last.isEmpty() ? null : key(last.get(0));
    }

    /** The key of a row. */
    List<Object> key(List<Object> row) {
        return row.subList(0, keys);
    }

    /** Some rows in the order of their keys, those after one; from the first when it is null. */
    List<List<Object>> after(Connection connection, @Nullable List<Object> key) throws SQLException {
        int max = columns.containsValue(Kind.JSON) ? LARGE_ROWS_AT_A_TIME : AT_A_TIME;
        if (key == null) {
            return rows(connection, "", List.of(), "", max);
        }
        String where = " WHERE (" + keyColumns("") + ") > (" + marks(keys) + ")";
        return rows(connection, where, key, "", max);
    }

    private List<List<Object>> rows(Connection connection, String where, List<Object> values, String direction, int max)
            throws SQLException {
        String sql =
                "SELECT " + quoted() + " FROM " + name + where + " ORDER BY " + keyColumns(direction) + " LIMIT " + max;
        return Sql.of(sql, values.toArray()).rows(this::read).run(connection);
    }

    private String keyColumns(String direction) {
        return String.join(
                ", ",
                names().subList(0, keys).stream().map(each -> each + direction).toList());
    }

    @SuppressWarnings("NullAway") // a row has nulls
    private List<Object> read(ResultSet row) throws SQLException {
        List<Object> values = new ArrayList<>(columns.size());
        int place = 1;
        for (Kind kind : columns.values()) {
            values.add(kind.read(row, place++));
        }
        return values;
    }

    void insert(Connection connection, List<List<Object>> rows) throws SQLException {
        String sql = "INSERT INTO " + name + " (" + quoted() + ") VALUES (" + marks(columns.size()) + ")";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (List<Object> row : rows) {
                int place = 0;
                for (Kind kind : columns.values()) {
                    kind.bind(statement, place + 1, row.get(place));
                    place++;
                }
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private static String marks(int count) {
        return String.join(", ", Collections.nCopies(count, "?"));
    }
}
