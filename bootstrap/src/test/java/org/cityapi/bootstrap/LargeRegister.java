package org.cityapi.bootstrap;

import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cityapi.application.FillEmptyRegister;
import org.cityapi.domain.UnitOfWork;
import org.cityapi.domain.change.ChangeLog;
import org.cityapi.domain.city.CityDetails;
import org.cityapi.domain.city.CityName;
import org.cityapi.domain.city.CityRepository;
import org.cityapi.domain.city.Coordinates;
import org.cityapi.domain.city.ManyCities;
import org.cityapi.domain.city.Population;
import org.cityapi.persistence.bundled.BundledCities;
import org.cityapi.persistence.sqlite.SqliteDatabase;

/**
 * A register ten times as large as the bundled one, the same whenever it is made: the bundled cities, and of each nine
 * that lie up to a degree away, are larger or smaller by a fifth, and in half of whose names a letter is another.
 */
final class LargeRegister {

    static final int TIMES = 10;

    private static final int DEGREE_E6 = 1_000_000;
    private static final int POLE_E6 = 89_000_000;
    private static final int ANTIMERIDIAN_E6 = 179_000_000;

    private LargeRegister() {}

    /** Makes it where a register that is started in that folder looks for it, unless it is there. */
    static void in(Path folder) throws IOException {
        Path file = folder.resolve("data/cities.db");
        if (Files.exists(file)) {
            return;
        }
        Path unfinished = folder.resolve("unfinished/cities.db");
        for (String ending : List.of("", "-wal", "-shm")) {
            Files.deleteIfExists(folder.resolve("unfinished/cities.db" + ending));
        }
        Files.createDirectories(file.getParent());
        SqliteDatabase.check(unfinished);
        try (ApplicationContext context = ApplicationContext.builder()
                .environmentPropertySource(false)
                .properties(SqliteDatabase.properties(unfinished))
                .properties(Map.of("micronaut.health.monitor.enabled", false))
                .start()) {
            new FillEmptyRegister(
                            context.getBean(UnitOfWork.class),
                            context.getBean(CityRepository.class),
                            context.getBean(ManyCities.class),
                            context.getBean(ChangeLog.class),
                            Clock.fixed(Instant.EPOCH, ZoneOffset.UTC))
                    .fill(LargeRegister::cities);
        }
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static Iterator<CityDetails> cities() {
        return IntStream.range(0, TIMES).boxed().flatMap(LargeRegister::copy).iterator();
    }

    private static Stream<CityDetails> copy(int copy) {
        Random random = new Random(copy);
        List<CityDetails> cities = new ArrayList<>();
        BundledCities.CITIES_1000.open().forEachRemaining(cities::add);
        return copy == 0 ? cities.stream() : cities.stream().map(city -> varied(city, random));
    }

    private static CityDetails varied(CityDetails city, Random random) {
        long population = city.population().value();
        return new CityDetails(
                name(city.name(), random),
                city.country(),
                new Population(Math.round(population * (0.8 + 0.4 * random.nextDouble()))),
                place(city.coordinates(), random),
                city.adminCode(),
                city.timezone(),
                null,
                city.otherNames().stream().map(name -> name(name, random)).toList());
    }

    private static CityName name(CityName name, Random random) {
        String text = name.value();
        int at = random.nextInt(text.length());
        int from = random.nextInt(text.length());
        boolean letters = isLetter(text, at) && isLetter(text, from);
        return letters && random.nextBoolean()
                ? new CityName(CityName.normalize(
                        text.substring(0, at) + Character.toLowerCase(text.charAt(from)) + text.substring(at + 1)))
                : name;
    }

    private static boolean isLetter(String text, int at) {
        return Character.isLetter(text.charAt(at));
    }

    private static Coordinates place(Coordinates place, Random random) {
        return place == null
                ? null
                : new Coordinates(
                        moved(place.latitudeE6(), POLE_E6, random),
                        moved(place.longitudeE6(), ANTIMERIDIAN_E6, random));
    }

    private static int moved(int degreesE6, int most, Random random) {
        int moved = degreesE6 + random.nextInt(-DEGREE_E6, DEGREE_E6);
        return Math.max(-most, Math.min(most, moved));
    }
}
