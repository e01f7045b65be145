package org.cityapi.auth;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cityapi.domain.user.Permission;
import org.jspecify.annotations.Nullable;

/** Reads what a token's claims allow; whatever has an odd shape allows nothing. */
public final class GrantedPermissions {

    private static final String PERMISSIONS = "permissions";

    private static final String SCOPE = "scope";

    /** Claims that are one text by their standard (RFC 8693, section 4.2) or by their provider's habit. */
    private static final Set<String> TEXTS = Set.of(SCOPE, "scp");

    /** More entries than any honest token has. */
    private static final int MAX_ENTRIES = 100;

    private static final Pattern BLANKS = Pattern.compile(" +");

    private GrantedPermissions() {}

    /**
     * The permissions that an access token's claims name.
     *
     * @param path of the claim that alone counts: whoever may ask for scopes as he likes must not pick rights by them; null
     *     where none was named: {@code permissions}, or {@code scope} where there is no such claim
     */
    static Set<Permission> in(Map<String, Object> claims, @Nullable String path) {
        return path == null && claims.get(PERMISSIONS) == null ? named(claims.get(SCOPE), true) : listed(claims, path);
    }

    /**
     * The permissions that the claim at the path names.
     *
     * @param path null where none was named: {@code permissions}
     */
    public static Set<Permission> listed(Map<String, Object> claims, @Nullable String path) {
        String claim = path == null ? PERMISSIONS : path;
        return named(at(claims, claim), TEXTS.contains(claim));
    }

    /** A claim's own name may hold dots, as {@code https://example.com/roles} does, and goes before the path. */
    private static @Nullable Object at(Map<?, ?> claims, String path) {
        Object claim = claims.get(path);
        int dot = path.indexOf('.');
        if (claim != null || dot < 0) {
            return claim;
        }
        return claims.get(path.substring(0, dot)) instanceof Map<?, ?> inner
                ? at(inner, path.substring(dot + 1))
                : null;
    }

    private static Set<Permission> named(@Nullable Object claim, boolean mayBeText) {
        Set<Permission> granted = EnumSet.noneOf(Permission.class);
        names(claim, mayBeText).map(Permission::ofScope).forEach(known -> known.ifPresent(granted::add));
        return granted;
    }

    /** None where one of them is no text. */
    private static Stream<String> names(@Nullable Object claim, boolean mayBeText) {
        List<?> names = List.of();
        if (claim instanceof List<?> list) {
            names = list;
        } else if (mayBeText && claim instanceof String text) {
            names = List.of(BLANKS.split(text));
        }
        boolean isSound = names.size() <= MAX_ENTRIES && names.stream().allMatch(String.class::isInstance);
        return isSound ? names.stream().map(String.class::cast) : Stream.of();
    }
}
