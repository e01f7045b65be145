package org.cityapi.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.cityapi.domain.user.Permission;
import org.jspecify.annotations.Nullable;

/** How values that several tables hold stand in a column. */
final class Columns {

    private static final String SEPARATOR = " ";

    private Columns() {}

    /** Scopes with blanks between them, in the order of the permissions. */
    static String scopes(Set<Permission> permissions) {
        return permissions.stream().sorted().map(Permission::scope).collect(Collectors.joining(SEPARATOR));
    }

    /** A name that is unknown here is passed over: it was kept by a program that knows more permissions. */
    static Set<Permission> permissions(String scopes) {
        return Arrays.stream(scopes.split(SEPARATOR))
                .map(Permission::ofScope)
                .flatMap(Optional::stream)
                .collect(Collectors.toUnmodifiableSet());
    }

    static @Nullable Long millis(@Nullable Instant time) {
        return time == null ? null : time.toEpochMilli();
    }

    static Instant time(ResultSet row, int column) throws SQLException {
        return Instant.ofEpochMilli(row.getLong(column));
    }

    static @Nullable Instant timeOrNull(ResultSet row, int column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? null : Instant.ofEpochMilli(millis);
    }
}
