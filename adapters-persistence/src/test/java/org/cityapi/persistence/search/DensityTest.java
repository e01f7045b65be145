package org.cityapi.persistence.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cityapi.domain.city.City;
import org.cityapi.domain.city.CityDetails;
import org.cityapi.domain.city.CityFilter;
import org.cityapi.domain.city.CitySamples;
import org.cityapi.domain.city.Coordinates;
import org.cityapi.domain.city.GreatCircle;
import org.cityapi.domain.city.Position;
import org.cityapi.domain.city.Scroll;
import org.cityapi.domain.memory.Ports;
import org.cityapi.domain.search.CityQuery;
import org.cityapi.domain.search.Hit;
import org.cityapi.persistence.ConsistentReads;
import org.cityapi.persistence.Dialect;
import org.cityapi.persistence.NameIndex;
import org.cityapi.persistence.OnPostgres;
import org.cityapi.persistence.OnSqlite;
import org.cityapi.persistence.Patience;
import org.cityapi.persistence.PostgresServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Cities far from anything: found by what was counted, and found all the same when that is no longer true. */
class DensityTest {

    private static final Coordinates OCEAN = new Coordinates(-25_000_000, 85_000_000);

    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    abstract static class Contract {

        private ApplicationContext context;
        private Ports ports;
        private Density density;
        private JdbcCitySearch search;

        abstract ApplicationContext open();

        abstract Ports emptied(ApplicationContext context);

        @BeforeAll
        void start() {
            context = open();
        }

        @AfterAll
        void close() {
            context.close();
        }

        @BeforeEach
        void empty() {
            ports = emptied(context);
            ConsistentReads reads = context.getBean(ConsistentReads.class);
            density = new Density(reads);
            search = new JdbcCitySearch(
                    reads, context.getBean(NameIndex.class), context.getBean(Dialect.class), Costs.USUAL, density);
        }

        private DensityMap counted() {
            Patience.await(() -> density.map() != null);
            return Objects.requireNonNull(density.map());
        }

        private List<City> add(Stream<Coordinates> places) {
            List<CityDetails> details = places.map(CitySamples::at).toList();
            return ports.work().write(() -> ports.addAll(details, Instant.EPOCH));
        }

        private static Stream<Coordinates> around(Coordinates center, int cities) {
            return IntStream.range(0, cities)
                    .mapToObj(i -> new Coordinates(
                            center.latitudeE6() + 1_000_000 + i * 700, center.longitudeE6() - i % 40 * 9_000));
        }

        private List<City> nearest(Scroll scroll) {
            return search.find(new CityQuery(CityFilter.ALL, null, OCEAN, null), scroll).stream()
                    .map(Hit::city)
                    .toList();
        }

        private static List<City> sorted(Stream<City> cities) {
            return cities.sorted(Comparator.comparing(Contract::distance)).toList();
        }

        private static double distance(City city) {
            return GreatCircle.km(OCEAN, Objects.requireNonNull(city.details().coordinates()));
        }

        @Test
        void citiesAcrossAnOceanAreFoundPageByPage() {
            List<City> far = add(around(new Coordinates(10_000_000, 10_000_000), 130));
            assertThat(counted().reach(OCEAN, 0, 20)).isPresent();
            List<City> wanted = sorted(far.stream());
            Scroll scroll = Scroll.first(50);
            for (int from = 0; from < wanted.size(); from += 50) {
                List<City> page = wanted.subList(from, Math.min(from + 50, wanted.size()));
                assertThat(nearest(scroll)).isEqualTo(page);
                City last = page.get(page.size() - 1);
                scroll = Scroll.after(new Position(distance(last), last.id()), 50);
            }
        }

        @Test
        void noRingIsReadBetween() {
            add(around(new Coordinates(10_000_000, 10_000_000), 60));
            counted();
            CityQuery query = new CityQuery(CityFilter.ALL, null, OCEAN, null);
            AtomicInteger statements = new AtomicInteger();
            List<Hit> found = context.getBean(ConsistentReads.class)
                    .inOneState(connection -> new NearestHits(
                                    new Hits(
                                            counting(connection, statements),
                                            context.getBean(NameIndex.class),
                                            query,
                                            context.getBean(Dialect.class),
                                            Costs.USUAL,
                                            density),
                                    null)
                            .find(Scroll.first(20)));
            assertThat(found).hasSize(20);
            // Two for the first ring, as few for the one that holds them; the cities.
            assertThat(statements.get()).isLessThanOrEqualTo(5);
        }

        private static Connection counting(Connection connection, AtomicInteger statements) {
            return (Connection) Proxy.newProxyInstance(
                    Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, values) -> {
                        statements.addAndGet(method.getName().equals("prepareStatement") ? 1 : 0);
                        return method.invoke(connection, values);
                    });
        }

        @Test
        void thoseAreFoundThatCameNearerAfterTheCount() {
            List<City> far = add(around(new Coordinates(10_000_000, 10_000_000), 60));
            counted();
            List<City> near = add(around(OCEAN, 5));
            assertThat(nearest(Scroll.first(20)))
                    .isEqualTo(
                            sorted(Stream.of(near, far).flatMap(List::stream)).subList(0, 20));
            List<City> crowd = add(around(OCEAN, 3_000));
            assertThat(nearest(Scroll.first(20)))
                    .isEqualTo(
                            sorted(Stream.of(near, crowd).flatMap(List::stream)).subList(0, 20));
        }

        @Test
        void thoseAreFoundThatAreLeftAfterTheCount() {
            List<City> near = add(around(OCEAN, 60));
            List<City> far = add(around(new Coordinates(10_000_000, 10_000_000), 30));
            counted();
            ports.work()
                    .write(() -> ports.many().together(writes -> {
                        writes.delete(near.subList(0, 55));
                        return true;
                    }));
            assertThat(nearest(Scroll.first(20)))
                    .isEqualTo(sorted(Stream.of(near.subList(55, 60), far).flatMap(List::stream))
                            .subList(0, 20));
        }

        @Test
        void aReachHoldsWhatItSays() {
            Random random = new Random(7);
            List<Coordinates> places = Stream.concat(
                            random.ints(2_000, -90_000_000, 90_000_001)
                                    .mapToObj(latitude -> new Coordinates(latitude, longitude(random))),
                            Stream.of(new Coordinates(90_000_000, 0), new Coordinates(-90_000_000, 180_000_000)))
                    .toList();
            add(places.stream());
            DensityMap map = counted();
            for (int i = 0; i < 2_000; i++) {
                Coordinates center = new Coordinates(random.nextInt(-90_000_000, 90_000_001), longitude(random));
                double nearest = i % 2 == 0 ? 0 : random.nextDouble(15_000);
                int wanted = random.nextInt(1, 200);
                double[] distances = places.stream()
                        .mapToDouble(place -> GreatCircle.km(center, place))
                        .filter(distance -> distance >= nearest)
                        .sorted()
                        .toArray();
                double farthest = distances[wanted - 1];
                assertThat(map.reach(center, nearest, wanted).orElseThrow())
                        .isBetween(farthest, Math.max(farthest, nearest) + 1_600);
            }
            assertThat(map.reach(OCEAN, 0, 2_003)).isEmpty();
            assertThat(map.reach(OCEAN, 20_000, 50)).isEmpty();
        }

        private static int longitude(Random random) {
            return random.nextInt(-180_000_000, 180_000_001);
        }
    }

    @Nested
    class OnOneFile extends Contract {

        @TempDir
        private static Path folder;

        @Override
        ApplicationContext open() {
            return OnSqlite.open(folder.resolve("cities.db"));
        }

        @Override
        Ports emptied(ApplicationContext context) {
            return OnSqlite.emptied(context);
        }
    }

    @Nested
    class OnAServer extends Contract {

        @Override
        ApplicationContext open() {
            return OnPostgres.open(PostgresServer.newDatabase());
        }

        @Override
        Ports emptied(ApplicationContext context) {
            return OnPostgres.emptied(context);
        }
    }
}
