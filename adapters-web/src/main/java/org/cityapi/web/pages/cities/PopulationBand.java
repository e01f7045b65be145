package org.cityapi.web.pages.cities;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.cityapi.application.CountCities;
import org.jspecify.annotations.Nullable;

/** Sizes of cities that people choose from. */
enum PopulationBand {
    MILLIONS(4),
    LARGE(3),
    MEDIUM(2),
    SMALL(1),
    TINY(0);

    private final int size;
    private final @Nullable Long least;
    private final @Nullable Long most;

    /** @param size by which {@link CountCities} counts */
    PopulationBand(int size) {
        this.size = size;
        least = size == 0 ? null : CountCities.SIZES.get(size - 1);
        most = size == CountCities.SIZES.size() ? null : (Long) (CountCities.SIZES.get(size) - 1);
    }

    static Optional<PopulationBand> labelled(String label) {
        return Stream.of(values()).filter(band -> band.label().equals(label)).findFirst();
    }

    /** Its name in addresses and message files. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Its place among the sizes, the smallest first. */
    int size() {
        return size;
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
