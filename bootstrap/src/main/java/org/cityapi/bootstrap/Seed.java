package org.cityapi.bootstrap;

import java.util.Iterator;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.cityapi.application.FillEmptyRegister;
import org.cityapi.domain.city.CityDetails;
import org.cityapi.persistence.bundled.BundledCities;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The bundled cities that fill an empty register. */
final class Seed {

    private static final Logger LOG = LoggerFactory.getLogger(Seed.class);

    private final boolean wanted;
    private final Supplier<Iterator<CityDetails>> cities;

    private Seed(boolean wanted, Supplier<Iterator<CityDetails>> cities) {
        this.wanted = wanted;
        this.cities = cities;
    }

    /** What the settings ask for. Where there is no register yet, it is read while the rest of the house starts. */
    static Seed of(Settings settings) {
        boolean wanted = !settings.seed().equals("none");
        BundledCities bundled =
                settings.seed().equals("cities15000") ? BundledCities.CITIES_15000 : BundledCities.CITIES_1000;
        if (wanted && settings.database().isMissing()) {
            return new Seed(true, CompletableFuture.supplyAsync(bundled::open)::join);
        }
        return new Seed(wanted, bundled::open);
    }

    boolean isWanted() {
        return wanted;
    }

    void into(FillEmptyRegister register) {
        long count = register.fill(cities);
        if (count > 0) {
            LOG.info("Filled the empty register with {} cities (GeoNames, CC BY 4.0)", count);
        }
    }
}
