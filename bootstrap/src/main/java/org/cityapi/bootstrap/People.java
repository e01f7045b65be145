package org.cityapi.bootstrap;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.cityapi.domain.session.Session;

/**
 * What is set about the people who sign in.
 *
 * @param administrators e-mail addresses whose owners become administrators
 * @param sessions how long somebody stays signed in
 */
record People(Set<String> administrators, Session.Lifetime sessions) {

    private static final Pattern DURATION = Pattern.compile("([1-9][0-9]{0,5})([smhd])");
    private static final Pattern ADDRESS = Pattern.compile("[^@\\s]+@[^@\\s]+");

    People {
        administrators = Set.copyOf(administrators);
    }

    /**
     * Reads it from the settings.
     *
     * @param settings gives the value of a setting by its name; empty where it is not set
     * @throws BadSetting naming the first setting that is wrong
     */
    static People of(Function<String, Optional<String>> settings) {
        Duration idle = duration("SESSION_IDLE", settings, Duration.ofHours(8));
        Duration absolute = duration("SESSION_LIFETIME", settings, Duration.ofDays(7));
        if (idle.compareTo(absolute) > 0) {
            throw new BadSetting("SESSION_IDLE", "must not be longer than SESSION_LIFETIME");
        }
        return new People(
                administrators(settings.apply("CITY_ADMINS").orElse("")), new Session.Lifetime(idle, absolute));
    }

    private static Set<String> administrators(String text) {
        Set<String> addresses = Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(address -> !address.isEmpty())
                .collect(Collectors.toSet());
        addresses.stream()
                .filter(address -> !ADDRESS.matcher(address).matches())
                .findFirst()
                .ifPresent(address -> {
                    throw new BadSetting(
                            "CITY_ADMINS", "must be e-mail addresses with commas between; this is none: " + address);
                });
        return addresses;
    }

    private static Duration duration(String name, Function<String, Optional<String>> settings, Duration usual) {
        return settings.apply(name)
                .map(text -> {
                    Matcher parts = DURATION.matcher(text);
                    if (!parts.matches()) {
                        throw new BadSetting(name, "must be a time like 45m, 8h or 7d, not " + text);
                    }
                    return Duration.parse(
                            parts.group(2).equals("d")
                                    ? "P" + parts.group(1) + "D"
                                    : "PT" + parts.group(1) + parts.group(2));
                })
                .orElse(usual);
    }
}
