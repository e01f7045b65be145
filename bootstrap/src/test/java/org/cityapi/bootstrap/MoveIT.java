package org.cityapi.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cityapi.persistence.PostgresServer;
import org.cityapi.web.Client;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code migrate} moves a register from a file to a server and back; afterwards all is answered as before. */
class MoveIT {

    private static final List<String> PATHS = List.of(
            "/api/v2/cities?limit=200",
            "/api/v2/cities?limit=200&sort=name&country=FR",
            "/api/v2/cities?q=san&limit=50",
            "/api/v2/cities?q=Amsterdma",
            "/api/v2/cities?near=48.85,2.35&radiusKm=100",
            "/api/v2/cities/suggest?q=x",
            "/api/v2/cities/1",
            "/api/v2/cities/2",
            "/api/v2/countries");
    private static final List<String> PATHS_OF_PEOPLE =
            List.of("/api/v2/changes", "/api/v2/cities/1/history", "/api/v2/users", "/api/v2/tokens");
    private static final String XANTEN =
            "{\"name\":\"Xanten\",\"countryCode\":\"DE\",\"population\":21690,\"otherNames\":[\"Ad Sanctos\"]}";
    private static final Pattern TOKEN = Pattern.compile("\"token\":\"([^\"]+)\"");

    @TempDir
    Path folder;

    private CityApiJar jar;

    /** Always on the same port, for the users of the local provider bear it. */
    @BeforeEach
    void choosePort() {
        jar = CityApiJar.in(folder)
                .with("CITY_SEED", "cities15000")
                .with("SECRET_KEY", "7vK2mQx9RtLw4ZbN8sYc3HdF6gJp1UeA");
    }

    private CityApiJar on(String database) {
        return jar.with("DATABASE_URL", database);
    }

    private static List<String> answers(RunningJar register, String token) {
        String admin = "Authorization: Bearer " + token;
        return Stream.concat(
                        PATHS.stream().map(register::get),
                        PATHS_OF_PEOPLE.stream().map(path -> register.get(path, admin)))
                .map(answer -> answer.statusCode()
                        + answer.headers().firstValue("ETag").orElse("")
                        + answer.body().replaceAll("\"(requestId|lastUsedAt)\":\"[^\"]+\"", ""))
                .toList();
    }

    private static void areTheSame(List<String> answers, List<String> before) {
        for (int i = 0; i < before.size(); i++) {
            assertThat(answers.get(i).equals(before.get(i)))
                    .as("%.300s was %.300s", answers.get(i), before.get(i))
                    .isTrue();
        }
    }

    /** Writes this and that; gives an API token of the administrator's. */
    private static String use(RunningJar register) {
        String admin = register.bearer("local-admin");
        assertThat(register.send("POST", "/api/v2/cities", XANTEN, admin, Client.JSON)
                        .statusCode())
                .isEqualTo(201);
        register.send("PATCH", "/api/v2/cities/1", "{\"population\":7}", admin, Client.MERGE_PATCH, "If-Match: *");
        register.send("DELETE", "/api/v2/cities/2", null, admin, "If-Match: *");
        HttpResponse<String> made = register.send(
                "POST",
                "/api/v2/tokens",
                "{\"name\":\"mover\",\"scopes\":[\"read:history\",\"manage:users\"]}",
                admin,
                Client.JSON);
        Matcher token = TOKEN.matcher(made.body());
        assertThat(token.find()).as(made.body()).isTrue();
        return token.group(1);
    }

    private RunningJar move(String from, String to) {
        RunningJar moving = CityApiJar.in(folder).run("migrate", "--from", from, "--to", to);
        assertThat(moving.awaitEnd()).as(moving.output()).isZero();
        return moving;
    }

    @Test
    void aRegisterGoesToAServerAndBack() {
        String server = PostgresServer.newAddress();
        List<String> before;
        String token;
        try (RunningJar register = on("sqlite:data/cities.db").start().awaitReady()) {
            token = use(register);
            // Whoever asks is noted once a minute.
            answers(register, token);
            before = answers(register, token);
            RunningJar refused =
                    CityApiJar.in(folder).run("migrate", "--from", "sqlite:data/cities.db", "--to", server);
            assertThat(refused.awaitEnd()).isEqualTo(1);
            assertThat(refused.output()).contains("in use by another City API");
        }
        assertThat(before.get(before.size() - 1)).startsWith("200").contains("mover");
        RunningJar killed = CityApiJar.in(folder).run("migrate", "--from", "sqlite:data/cities.db", "--to", server);
        killed.awaitOutput("city: 5000 of");
        killed.kill();
        RunningJar early = on(server).start();
        assertThat(early.awaitEnd()).isEqualTo(1);
        assertThat(early.output()).contains("is not whole", "run \"migrate\" again");
        assertThat(move("sqlite:data/cities.db", server).output())
                .contains("every table is the same on both sides")
                .doesNotContain("city: 5000 of");
        try (RunningJar register = on(server).start().awaitReady()) {
            areTheSame(answers(register, token), before);
        }
        move(server, "sqlite:data/back.db");
        try (RunningJar register = on("sqlite:data/back.db").start().awaitReady()) {
            areTheSame(answers(register, token), before);
            String admin = register.bearer("local-admin");
            assertThat(register.send("POST", "/api/v2/cities", XANTEN, admin, Client.JSON)
                            .statusCode())
                    .isEqualTo(201);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "serve, There is no command serve, 2",
        "migrate --from sqlite:a.db, Both --from and --to are needed, 2",
        "migrate --from sqlite:a.db --to, The option --to has no value, 2",
        "migrate --from mysql://a --to sqlite:a.db, The value of --from must be like, 2",
        "migrate --into sqlite:a.db, There is no option --into, 2",
        "migrate postgres://me:sesame@h/d sqlite:a.db, --from and --to name the databases, 2",
        "migrate --from sqlite:a.db --to sqlite:a.db, Both are the same database, 2",
        "migrate --from sqlite:a.db --to sqlite:b.db, There is no register in a.db, 1"
    })
    void whatCannotBeMovedIsNamed(String arguments, String reason, int code) {
        RunningJar refused = CityApiJar.in(folder).run(arguments.split(" "));
        assertThat(refused.awaitEnd()).isEqualTo(code);
        assertThat(refused.output()).contains(reason);
    }
}
