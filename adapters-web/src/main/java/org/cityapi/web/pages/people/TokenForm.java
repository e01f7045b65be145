package org.cityapi.web.pages.people;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.cityapi.application.TokenDraft;
import org.cityapi.domain.user.Permission;
import org.cityapi.web.pages.SentForm;
import org.jspecify.annotations.Nullable;

/**
 * The form of a new token as a page shows it.
 *
 * @param name what is typed
 * @param days what is chosen
 * @param ticked the scopes that are
 * @param faults by the names of the API's fields; {@code ""} for the whole
 */
public record TokenForm(String name, String days, List<String> ticked, Map<String, String> faults) {

    private static final List<Integer> DAYS = List.of(7, 30, 90, 365);

    static final TokenForm EMPTY =
            new TokenForm("", Long.toString(TokenDraft.USUAL_LIFE.toDays()), List.of(), Map.of());

    static TokenForm of(SentForm sent) {
        return new TokenForm(sent.text("name"), sent.text("days"), sent.all("scope"), Map.of());
    }

    TokenForm with(Map<String, String> found) {
        return new TokenForm(name, days, ticked, found);
    }

    TokenDraft draft(Instant now) {
        return new TokenDraft(name, ticked, expiry(now));
    }

    /** The permissions that are ticked. */
    Set<Permission> wanted() {
        return ticked.stream()
                .flatMap(scope -> Permission.ofScope(scope).stream())
                .collect(Collectors.toSet());
    }

    /** What is no number of days is judged as what it is; null where nobody says. */
    private @Nullable String expiry(Instant now) {
        return days.isEmpty()
                ? null
                : days.matches("[0-9]{1,4}")
                        ? now.plus(Duration.ofDays(Long.parseLong(days))).toString()
                        : days;
    }

    /** What there is to choose from. */
    public List<Integer> choices() {
        return DAYS;
    }

    public boolean isFor(int some) {
        return days.equals(Integer.toString(some));
    }

    /** The fields that are wrong, in the order of the form. */
    public List<String> wrong() {
        return List.of("name", "expiresAt", "scopes").stream()
                .filter(faults::containsKey)
                .toList();
    }
}
