package org.cityapi.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.regex.Pattern;
import org.cityapi.persistence.PostgresServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirstStartIT {

    private static final String FILLED = "Filled the empty register with";

    @TempDir
    Path folder;

    private static long countOfVersionOne(RunningJar register) {
        return Pattern.compile("\\{\"id\":")
                .matcher(register.get("/api/v1/cities").body())
                .results()
                .count();
    }

    @Test
    void aStartThatIsKilledWhileItLoadsLeavesNothingAndTheNextOneLoadsAll() {
        for (String progress : new String[] {"20,000", "100,000"}) {
            RunningJar killed = CityApiJar.in(folder).start();
            killed.awaitOutput("Loading cities: " + progress + " of 135,571");
            killed.kill();
            assertThat(killed.output()).doesNotContain(FILLED);
        }
        // In so little memory neither the load nor the list may hold all cities at once.
        try (RunningJar register =
                CityApiJar.in(folder).option("-Xmx128m").start().awaitReady()) {
            assertThat(register.output())
                    .contains(FILLED + " 135571 cities (GeoNames, CC BY 4.0)")
                    .contains("City API is ready at http://localhost:" + register.port() + "/api/v2/cities");
            assertThat(countOfVersionOne(register)).isEqualTo(135_571);
            assertThat(register.get("/api/v2/cities?limit=1").body()).contains("\"Shanghai\"");
            // ids begin at 1: the killed starts left none behind
            assertThat(register.get("/api/v1/cities/135571").statusCode()).isEqualTo(200);
            assertThat(register.get("/api/v1/cities/135572").statusCode()).isEqualTo(404);
        }
        try (RunningJar again = CityApiJar.in(folder).start().awaitReady()) {
            assertThat(again.output()).doesNotContain("Loading", FILLED);
        }
    }

    @Test
    void theSmallerListFillsARegisterWithLess() {
        try (RunningJar register = CityApiJar.in(folder)
                .with("CITY_SEED", "cities15000")
                .option("-Duser.language=tr")
                .start()
                .awaitReady()) {
            assertThat(countOfVersionOne(register)).isEqualTo(25_212);
        }
    }

    @Test
    void ofTwoRegistersThatStartTogetherOneFillsTheDatabaseAndTheOtherWaits() {
        String database = PostgresServer.newAddress();
        try (RunningJar one = smallOn(database).start();
                RunningJar other = smallOn(database).start()) {
            one.awaitReady();
            other.awaitReady();
            assertThat(one.output() + other.output()).containsOnlyOnce(FILLED);
            assertThat(countOfVersionOne(one)).isEqualTo(25_212);
            assertThat(countOfVersionOne(other)).isEqualTo(25_212);
        }
    }

    private CityApiJar smallOn(String database) {
        return CityApiJar.in(folder).with("CITY_SEED", "cities15000").with("DATABASE_URL", database);
    }

    @Test
    void aRegisterCanStartEmptyAndStaysSo() {
        try (RunningJar register =
                CityApiJar.in(folder).with("CITY_SEED", "none").start().awaitReady()) {
            assertThat(register.get("/api/v1/cities").body()).isEqualTo("[]");
        }
    }
}
