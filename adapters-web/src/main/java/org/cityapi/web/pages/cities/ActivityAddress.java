package org.cityapi.web.pages.cities;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micronaut.http.HttpParameters;
import java.net.URLEncoder;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cityapi.application.ReadHistory;
import org.cityapi.domain.change.Action;
import org.cityapi.domain.change.ChangeFilter;
import org.cityapi.domain.user.Door;
import org.cityapi.domain.user.UserId;
import org.jspecify.annotations.Nullable;

/**
 * The address of a list of changes. What means nothing in it filters nothing.
 *
 * @param given the values of its parameters
 */
public record ActivityAddress(Map<String, String> given) {

    private static final String ACTION = "action";
    private static final String DOOR = "via";
    private static final String BY = "by";
    private static final String FROM = "from";
    private static final String TO = "to";
    private static final String BEFORE = "before";

    static ActivityAddress of(HttpParameters parameters) {
        Map<String, String> given = new LinkedHashMap<>();
        for (String name : List.of(ACTION, DOOR, BY, FROM, TO, BEFORE)) {
            parameters.getFirst(name).filter(value -> !value.isBlank()).ifPresent(value -> given.put(name, value));
        }
        return new ActivityAddress(given);
    }

    ChangeFilter filter() {
        return new ChangeFilter(
                labelled(ACTION, Action.values()),
                labelled(DOOR, Door.values()),
                value(BY).isEmpty() ? null : new UserId(value(BY)),
                day(FROM, 0),
                day(TO, 1));
    }

    long before() {
        return value(BEFORE).matches("[1-9][0-9]{0,17}") ? Long.parseLong(value(BEFORE)) : ReadHistory.NEWEST;
    }

    private <T extends Enum<T>> @Nullable T labelled(String name, T[] values) {
        return Stream.of(values)
                .filter(each -> label(each).equals(value(name)))
                .findFirst()
                .orElse(null);
    }

    private static String label(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /** The beginning of a day, in UTC; null where none is told. */
    private @Nullable Instant day(String name, int later) {
        try {
            return !value(name).matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")
                    ? null
                    : LocalDate.parse(value(name))
                            .plusDays(later)
                            .atStartOfDay(ZoneOffset.UTC)
                            .toInstant();
        } catch (DateTimeParseException noDay) {
            return null;
        }
    }

    /** What stands in a field of the form; empty where nothing does. */
    public String value(String name) {
        return Optional.ofNullable(given.get(name)).orElse("");
    }

    /** What there is to choose from. */
    public List<String> actions() {
        return Stream.of(Action.values()).map(ActivityAddress::label).toList();
    }

    /** What there is to choose from. */
    public List<String> doors() {
        return Stream.of(Door.values()).map(ActivityAddress::label).toList();
    }

    String from(long sequence) {
        return with(BEFORE, Long.toString(sequence));
    }

    String by(String user) {
        return new ActivityAddress(without(BEFORE)).with(BY, user);
    }

    /** The same list for everybody's changes. */
    public String byAnybody() {
        Map<String, String> rest = without(BEFORE);
        rest.remove(BY);
        return path(rest);
    }

    private Map<String, String> without(String name) {
        Map<String, String> rest = new LinkedHashMap<>(given);
        rest.remove(name);
        return rest;
    }

    private String with(String name, String value) {
        Map<String, String> next = new LinkedHashMap<>(given);
        next.put(name, value);
        return path(next);
    }

    private static String path(Map<String, String> parameters) {
        String query = parameters.entrySet().stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? ActivityPage.PATH : ActivityPage.PATH + "?" + query;
    }
}
