package org.cityapi.web.formats;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import io.micronaut.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.cityapi.application.KeyedWrites;
import org.cityapi.application.KnownUsers;
import org.cityapi.application.imports.ImportCities;
import org.cityapi.application.imports.ImportParts;
import org.cityapi.application.imports.ImportWorker;
import org.cityapi.application.imports.WantedImport;
import org.cityapi.domain.city.AdminCode;
import org.cityapi.domain.city.City;
import org.cityapi.domain.city.CityDetails;
import org.cityapi.domain.city.CityFilter;
import org.cityapi.domain.city.CityName;
import org.cityapi.domain.city.CitySort;
import org.cityapi.domain.city.Coordinates;
import org.cityapi.domain.city.GeonameId;
import org.cityapi.domain.city.Population;
import org.cityapi.domain.city.Scroll;
import org.cityapi.domain.city.TimeZoneId;
import org.cityapi.domain.country.CountryCode;
import org.cityapi.domain.imports.ImportFormat;
import org.cityapi.domain.imports.ImportMode;
import org.cityapi.domain.imports.ImportOrder;
import org.cityapi.domain.imports.ImportState;
import org.cityapi.domain.imports.OnError;
import org.cityapi.domain.memory.MemoryImportFiles;
import org.cityapi.domain.memory.Ports;
import org.cityapi.domain.search.CityQuery;
import org.cityapi.domain.user.Actor;
import org.cityapi.web.v2.FormsOfFiles;

/** Files bring back what went into them, whatever the cities are called. */
class RoundTripTest {

    private static final Instant AT = Instant.parse("2026-11-29T08:00:00.123Z");
    private static ApplicationContext context;
    private static JsonMapper json;

    @BeforeContainer
    static void open() {
        context = ApplicationContext.run();
        json = context.getBean(JsonMapper.class);
    }

    @AfterContainer
    static void close() {
        context.close();
    }

    /** A register in memory, and its imports. */
    private static final class Register {

        private final Ports ports = Ports.inMemory();
        private final MemoryImportFiles files = new MemoryImportFiles();
        private final ImportParts parts = new ImportParts(
                ports.work(),
                ports.many(),
                ports.changes(),
                ports.imports(),
                ports.drafts(),
                files,
                new FileReader(),
                new KeyedWrites(ports.keptWrites(), Clock.systemUTC()),
                new KnownUsers(ports.work(), ports.users(), Clock.systemUTC()),
                Clock.systemUTC(),
                "here",
                10_000_000);
        private final ImportWorker worker = new ImportWorker(parts, failure -> {
            throw new AssertionError(failure);
        });
        private final ImportCities imports = new ImportCities(parts, worker, Duration.ofSeconds(20));

        static Register of(List<CityDetails> cities) {
            Register register = new Register();
            register.ports.work().write(() -> register.ports.addAll(cities, AT));
            return register;
        }

        List<City> cities() {
            return ports.cities().list(CityFilter.ALL, CitySort.BY_ID, Scroll.first(1_000));
        }

        List<CityDetails> details() {
            return cities().stream().map(City::details).toList();
        }

        byte[] export(ImportFormat format) {
            CityQuery all = CityQuery.of(CityFilter.ALL, CitySort.BY_ID);
            CitiesText text = FormsOfFiles.text(format, json);
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            file.writeBytes(text.beginning());
            if (!cities().isEmpty()) {
                file.writeBytes(text.cities(cities().stream()
                        .flatMap(city -> all.hit(city).stream())
                        .toList()));
            }
            file.writeBytes(text.end());
            return file.toByteArray();
        }

        ImportCities.Told take(ImportFormat format, ImportMode mode, byte[] file) {
            // Ids of another register may mean a city twice.
            ImportOrder order = new ImportOrder(format, mode, OnError.SKIP, false, false);
            try {
                ImportCities.Told told = imports.request(
                                Actor.system(), () -> new WantedImport(order, new ByteArrayInputStream(file)))
                        .told();
                while (told.job().state().isOpen()) {
                    LockSupport.parkNanos(100_000);
                    told = imports.one(Actor.system(), told.job().id());
                }
                assertThat(told.job().state()).isEqualTo(ImportState.SUCCEEDED);
                return told;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        void end() {
            worker.end();
            assertThat(files.size()).isZero();
        }
    }

    @Property(tries = 60)
    void anExportFillsAnEmptyStoreWithTheSameCities(
            @ForAll("registers") List<CityDetails> cities, @ForAll ImportFormat format) {
        Register source = Register.of(cities);
        Register target = new Register();
        assertThat(target.take(format, ImportMode.INSERT, source.export(format))
                        .job()
                        .faults())
                .isEmpty();
        assertThat(target.details()).isEqualTo(source.details());
        source.end();
        target.end();
    }

    @Property(tries = 60)
    void anExportThatComesBackChangesNothing(
            @ForAll("registers") List<CityDetails> cities, @ForAll ImportFormat format) {
        Register register = Register.of(cities);
        List<City> before = register.cities();
        ImportCities.Told told = register.take(format, ImportMode.UPSERT, register.export(format));
        assertThat(told.job().counts().unchanged()).isEqualTo(cities.size());
        assertThat(told.job().counts().rows()).isEqualTo(cities.size());
        assertThat(register.cities()).isEqualTo(before);
        assertThat(register.ports.changes().isEmpty()).isTrue();
        register.end();
    }

    @Property(tries = 60)
    void anImportThatIsUndoneLeavesAllAsItWas(
            @ForAll("registers") List<CityDetails> cities,
            @ForAll("registers") List<CityDetails> others,
            @ForAll ImportFormat format) {
        Register register = Register.of(cities);
        List<CityDetails> before = register.details();
        ImportCities.Told told =
                register.take(format, ImportMode.UPSERT, Register.of(others).export(format));
        ImportCities.Told undone =
                register.imports.undo(Actor.system(), told.job().id()).told();
        assertThat(undone.job().left()).isEmpty();
        assertThat(register.details()).isEqualTo(before);
        register.end();
    }

    @Provide
    static Arbitrary<List<CityDetails>> registers() {
        return cities().list().ofMaxSize(12).map(RoundTripTest::withoutTwins);
    }

    /** Of cities with the same number only the first. */
    private static List<CityDetails> withoutTwins(List<CityDetails> cities) {
        List<CityDetails> single = new ArrayList<>();
        Set<GeonameId> seen = new HashSet<>();
        for (CityDetails city : cities) {
            if (city.geonameId() == null || seen.add(city.geonameId())) {
                single.add(city);
            }
        }
        return single;
    }

    private static Arbitrary<CityDetails> cities() {
        Arbitrary<CountryCode> countries =
                Arbitraries.of("FR", "DE", "JP", "NA").map(CountryCode::new);
        Arbitrary<Population> populations =
                Arbitraries.longs().between(0, Population.MAX).map(Population::new);
        Arbitrary<Coordinates> places = Combinators.combine(
                        Arbitraries.integers().between(-90_000_000, 90_000_000),
                        Arbitraries.integers().between(-180_000_000, 180_000_000))
                .as(Coordinates::new)
                .injectNull(0.2);
        Arbitrary<AdminCode> divisions =
                Arbitraries.of("01", "-1", "=A", "B,\"2\"").map(AdminCode::new).injectNull(0.3);
        Arbitrary<TimeZoneId> zones = Arbitraries.of("Europe/Paris", "Asia/Tokyo")
                .map(TimeZoneId::new)
                .injectNull(0.3);
        Arbitrary<GeonameId> numbers =
                Arbitraries.longs().between(1, 20).map(GeonameId::new).injectNull(0.5);
        return Combinators.combine(
                        names(),
                        countries,
                        populations,
                        places,
                        divisions,
                        zones,
                        numbers,
                        names().list().ofMaxSize(4))
                .as(CityDetails::new);
    }

    /** Signs that mean something to spreadsheets, to CSV, to lists of names, and others. */
    private static Arbitrary<CityName> names() {
        Arbitrary<String> odd = Arbitraries.strings()
                .withChars("'=+-@|\\\";,\t aé東\uD83C\uDF0D")
                .ofMinLength(1)
                .ofMaxLength(8);
        Arbitrary<String> any = Arbitraries.strings().ofMinLength(1).ofMaxLength(12);
        return Arbitraries.oneOf(odd, any, Arbitraries.of("Paris", "'s-Hertogenbosch", "=1+1", "''=x", "a|b\\"))
                .map(CityName::normalize)
                .filter(text -> CityName.faultOf(text).isEmpty())
                .map(CityName::new);
    }
}
