package org.cityapi.application;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.cityapi.domain.rejection.Fault;
import org.cityapi.domain.rejection.Violations;
import org.cityapi.domain.text.ShortTexts;
import org.cityapi.domain.user.Permission;
import org.jspecify.annotations.Nullable;

/**
 * An API token as somebody asked for it, in JSON or a form: nothing is checked yet. Null is what was not given.
 *
 * @param name what to call it
 * @param scopes permissions by their names
 * @param expiresAt RFC 3339 (5.6), with any offset
 */
public record TokenDraft(
        @Nullable String name,
        @Nullable List<String> scopes,
        @Nullable String expiresAt) {

    /** How many characters a name may have. */
    public static final int MAX_NAME = 100;

    /** How long a token is good where nobody says otherwise. */
    public static final Duration USUAL_LIFE = Duration.ofDays(90);

    /** How long a token may be good. */
    public static final Duration LONGEST_LIFE = Duration.ofDays(366);

    /** What {@link OffsetDateTime} reads beyond this is no RFC 3339: times without seconds, years of five digits. */
    private static final Pattern TIME =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}[Tt]\\d{2}:\\d{2}:\\d{2}(?:\\.\\d{1,9})?(?:[Zz]|[+-]\\d{2}:\\d{2})");

    /**
     * What is wanted, checked.
     *
     * @param violations what the reader of the draft found already; such fields are not judged again
     * @param now when the token is made
     * @throws org.cityapi.domain.rejection.Rejection.Invalid with all the faults at once
     */
    public ManageTokens.Wanted check(Violations violations, Instant now) {
        String kept = checkedName(violations);
        Set<Permission> allowed = checkedScopes(violations);
        Instant end = checkedEnd(violations, now);
        violations.throwIfAny();
        return new ManageTokens.Wanted(kept, allowed, end);
    }

    private String checkedName(Violations violations) {
        if (violations.has("name")) {
            return "";
        }
        if (name == null) {
            violations.add("name", Fault.REQUIRED);
            return "";
        }
        String normalized = ShortTexts.normalize(name);
        ShortTexts.faultOf(normalized, MAX_NAME)
                .ifPresent(fault -> violations.add("name", fault, Map.of("max", MAX_NAME)));
        return normalized;
    }

    private Set<Permission> checkedScopes(Violations violations) {
        Set<Permission> known = EnumSet.noneOf(Permission.class);
        if (violations.has("scopes")) {
            return known;
        }
        if (scopes == null) {
            violations.add("scopes", Fault.REQUIRED);
            return known;
        }
        for (int i = 0; i < scopes.size(); i++) {
            Optional<Permission> scope = Permission.ofScope(scopes.get(i));
            String pointer = "/scopes/" + i;
            if (scope.isEmpty()) {
                violations.add(
                        "scopes", pointer, Fault.NOT_ALLOWED, Map.of("value", scopes.get(i), "allowed", allScopes()));
            } else if (!known.add(scope.get())) {
                violations.add("scopes", pointer, Fault.REPEATED, Map.of());
            }
        }
        return known;
    }

    private static String allScopes() {
        return Arrays.stream(Permission.values()).map(Permission::scope).collect(Collectors.joining(", "));
    }

    private Instant checkedEnd(Violations violations, Instant now) {
        if (expiresAt == null || violations.has("expiresAt")) {
            return now.plus(USUAL_LIFE);
        }
        Optional<Instant> end = time(expiresAt);
        Instant first = now.plusMillis(1);
        Instant last = now.plus(LONGEST_LIFE);
        if (end.isEmpty()) {
            violations.add("expiresAt", Fault.TYPE, Map.of("expected", "time"));
        } else if (end.get().isBefore(first) || end.get().isAfter(last)) {
            violations.add("expiresAt", Fault.OUT_OF_RANGE, Map.of("min", first.toString(), "max", last.toString()));
        }
        return end.orElse(last);
    }

    /** To the millisecond, which is what is kept. */
    private static Optional<Instant> time(String text) {
        if (!TIME.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MILLIS));
        } catch (DateTimeException noSuchTime) {
            return Optional.empty();
        }
    }
}
