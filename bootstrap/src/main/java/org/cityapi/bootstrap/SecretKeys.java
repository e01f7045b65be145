package org.cityapi.bootstrap;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.cityapi.auth.MetricsToken;
import org.cityapi.auth.Site;

/** The keys of the installation, none of which anybody can guess: what is printed in manuals is refused. */
final class SecretKeys {

    /** Of the characters of a key; a random one has more. */
    private static final int DIFFERENT_CHARACTERS = 8;

    private SecretKeys() {}

    /**
     * The key that signs, then one that only verifies.
     *
     * @param settings gives the value of a setting by its name; empty where it is not set
     * @param local whether there may be none
     */
    static List<String> of(Function<String, Optional<String>> settings, boolean local) {
        List<String> keys = new ArrayList<>();
        for (String name : List.of("SECRET_KEY", "SECRET_KEY_PREVIOUS")) {
            settings.apply(name).ifPresent(key -> keys.add(strong(name, key)));
        }
        if (settings.apply("SECRET_KEY").isEmpty() && !(local && keys.isEmpty())) {
            throw new BadSetting("SECRET_KEY", "must be set: " + Site.KEY_LENGTH + " random characters or more");
        }
        return keys;
    }

    /** What reads the metrics shows it as a bearer token; the form of one is that of RFC 6750 (2.1). */
    static MetricsToken metricsToken(Function<String, Optional<String>> settings) {
        String token = settings.apply("METRICS_TOKEN").orElse(null);
        if (token == null) {
            return new MetricsToken(null);
        }
        if (!token.matches("[A-Za-z0-9._~+/-]+=*")) {
            throw new BadSetting("METRICS_TOKEN", "must consist of letters, digits and . _ ~ + / -");
        }
        return new MetricsToken(strong("METRICS_TOKEN", token));
    }

    private static String strong(String name, String key) {
        if (key.length() < Site.KEY_LENGTH) {
            throw new BadSetting(name, "must have at least " + Site.KEY_LENGTH + " characters");
        }
        boolean isStock = key.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "").contains("changeme");
        if (isStock || key.chars().distinct().count() < DIFFERENT_CHARACTERS || repeats(key) || counts(key)) {
            throw new BadSetting(name, "can be guessed; make one with: openssl rand -base64 48");
        }
        return key;
    }

    /** Whether its first half or less, again and again, is the whole of it. */
    private static boolean repeats(String key) {
        return IntStream.rangeClosed(1, key.length() / 2).anyMatch(period -> key.startsWith(key.substring(period)));
    }

    /** Whether most characters are next to the one before, as in 0123 or fedc; in a random key one in thirty is. */
    private static boolean counts(String key) {
        long steps = IntStream.range(1, key.length())
                .filter(i -> Math.abs(key.charAt(i) - key.charAt(i - 1)) == 1)
                .count();
        return steps > key.length() / 2;
    }
}
