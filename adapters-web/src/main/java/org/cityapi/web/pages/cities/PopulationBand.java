package org.cityapi.web.pages.cities;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Sizes of cities that people choose from. */
enum PopulationBand {
    MILLIONS(1_000_000L, null),
    LARGE(100_000L, 999_999L),
    MEDIUM(10_000L, 99_999L),
    SMALL(1_000L, 9_999L),
    TINY(null, 999L);

    private final @Nullable Long least;
    private final @Nullable Long most;

    PopulationBand(@Nullable Long least, @Nullable Long most) {
        this.least = least;
        this.most = most;
    }

    static Optional<PopulationBand> labelled(String label) {
        return Stream.of(values()).filter(band -> band.label().equals(label)).findFirst();
    }

    /** Its name in addresses and message files. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Inclusive; empty for no bound. */
    Optional<String> least() {
        return Optional.ofNullable(least).map(Object::toString);
    }

    /** Inclusive; empty for no bound. */
    Optional<String> most() {
        return Optional.ofNullable(most).map(Object::toString);
    }
}
