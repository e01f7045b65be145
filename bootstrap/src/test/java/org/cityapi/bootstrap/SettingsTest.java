package org.cityapi.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cityapi.auth.TrustedIssuer;
import org.cityapi.persistence.postgres.PostgresUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

    private static final String KEY = "7vK2mQx9RtLw4ZbN8sYc3HdF6gJp1UeA";

    static Settings of(String... namesAndValues) {
        Map<String, String> environment = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            environment.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return Settings.of(environment, Map.of());
    }

    /** With a provider. */
    static Settings inProduction(String... namesAndValues) {
        String[] all = Arrays.copyOf(
                new String[] {"OIDC_ISSUER", "https://issuer.example", "OIDC_AUDIENCE", "cities", "SECRET_KEY", KEY},
                6 + namesAndValues.length);
        System.arraycopy(namesAndValues, 0, all, 6, namesAndValues.length);
        return of(all);
    }

    @Test
    void withoutAnySettingTheRegisterRunsInLocalMode() {
        Settings settings = of("PATH", "/usr/bin", "HOME", "/root");
        assertThat(settings.isLocal()).isTrue();
        assertThat(settings.port()).isEqualTo(8080);
        assertThat(settings.address()).isEqualTo("localhost");
        assertThat(settings.database()).isEqualTo(new Database.SqliteFile(Path.of("data/cities.db")));
        assertThat(settings.seed()).isEqualTo("cities1000");
    }

    @Test
    void bodiesHoldASixteenthOfTheHeapOrWhatIsSet() {
        long heap = Runtime.getRuntime().maxMemory();
        assertThat(of().bodyBytes()).isEqualTo(Math.max(4 << 20, heap / 16));
        assertThat(of("BODIES_MAX_MB", "5").bodyBytes()).isEqualTo(5 << 20);
    }

    @Test
    void aProviderOpensTheRegisterToTheWorld() {
        Settings settings = of(
                "OIDC_ISSUER",
                "https://issuer.example/realm",
                "OIDC_AUDIENCE",
                "cities",
                "SECRET_KEY",
                KEY,
                "OIDC_PERMISSIONS_CLAIM",
                "realm_access.roles",
                "AUTH0_DOMAIN",
                "team.eu.auth0.com",
                "PUBLIC_URL",
                "https://cities.example/");
        assertThat(settings.isLocal()).isFalse();
        assertThat(settings.address()).isEqualTo("0.0.0.0");
        assertThat(settings.publicUrl()).isEqualTo("https://cities.example");
        assertThat(settings.providers().issuers())
                .containsExactly(
                        new TrustedIssuer("https://team.eu.auth0.com/", "cities", null),
                        new TrustedIssuer("https://issuer.example/realm", "cities", "realm_access.roles"));
    }

    @Test
    void theEnvironmentGoesBeforeTheFile() {
        Settings settings = Settings.of(Map.of("PORT", "9000"), Map.of("PORT", "9001", "CITY_SEED", "none"));
        assertThat(settings.port()).isEqualTo(9000);
        assertThat(settings.seed()).isEqualTo("none");
    }

    @ParameterizedTest
    @CsvSource({"sqlite:/var/lib/cities.db, /var/lib/cities.db", "jdbc:sqlite:x.db, x.db", "sqlite:a b.db, a b.db"})
    void aDatabaseIsAFile(String url, Path file) {
        assertThat(of("DATABASE_URL", url).database()).isEqualTo(new Database.SqliteFile(file));
    }

    @ParameterizedTest
    @CsvSource({
        "postgres://host/db, jdbc:postgresql://host/db, , ",
        "postgresql://me@host:5433/db, jdbc:postgresql://host:5433/db, me, ",
        "postgres://me:a%40b%2Fc+d@host/db?sslmode=require, jdbc:postgresql://host/db?sslmode=require, me, a@b/c+d",
        "'postgres://me:p@one:5432,two:5433/db', 'jdbc:postgresql://one:5432,two:5433/db?targetServerType=primary', me, p",
        "jdbc:postgresql://host/db?user=me&password=p%26q&ssl=true, jdbc:postgresql://host/db?ssl=true, me, p&q",
        "postgres://h/d?target_session_attrs=read-write&sslMode=a, jdbc:postgresql://h/d?targetServerType=primary&sslmode=a,,",
        "postgres://h/d?channel_binding=require&gssencmode=disable, jdbc:postgresql://h/d?channelBinding=require&gssEncMode=disable,,",
        "postgres://[::1]:5432/db, jdbc:postgresql://[::1]:5432/db,,"
    })
    void orADatabaseOfPostgresql(String url, String jdbc, String user, String password) {
        Database database = of("DATABASE_URL", url).database();
        assertThat(database).isEqualTo(new Postgres(new PostgresUrl(jdbc, user, password), null));
        assertThat(database.toString()).doesNotContain("a@b", "p&q", "?").startsWith("postgresql://");
    }

    @ParameterizedTest
    @CsvSource({
        "PORT, 0",
        "PORT, 65535",
        "PORT, -1",
        "PORT, 1e3",
        "PORT, ٨٠٨٠",
        "DATABASE_URL, sqlite:",
        "DATABASE_URL, sqlite::memory:",
        "DATABASE_URL, sqlite:a.db?mode=ro",
        "DATABASE_URL, postgres://host",
        "DATABASE_URL, postgres://me:secret@/db",
        "DATABASE_URL, postgres://host/db?sslmod=require",
        "DATABASE_URL, postgres://host:port/db",
        "DATABASE_URL, postgres://host/db?target_session_attrs=any",
        "DATABASE_URL, 'postgres://one,two/db?targetServerType=secondary'",
        "DATABASE_URL, jdbc:postgresql://host/db?options=-c%20lock_timeout=0",
        "DATABASE_URL, jdbc:postgresql://host/db?stringtype=varchar",
        "DATABASE_URL, jdbc:postgresql://host/db?socketTimeout=0",
        "DATABASE_URL, jdbc:postgresql://host/db?connectTimeout=0",
        "DATABASE_URL, jdbc:postgresql://host/db?ApplicationName=x",
        "DATABASE_URL, postgres://me:100%@host/db",
        "DATABASE_URL, mysql://host/db",
        "CITY_SEED, CITIES1000",
        "BIND_ADDRESS, 192.168.0.1",
        "SECRET_KEY, short",
        "GOOGLE_CLIENT_SECRETS, x",
        "TLS_CERTIFICATE, cert.pem",
        "TLS_KEYFILE, key.pem",
        "TRUSTED_PROXY, 10.0.0.1",
        "CORS_ORIGIN, https://example.org",
        "FORCE_HTTP, on",
        "PUBLIC_URLS, https://cities.example",
        "PUBLIC_URL, https://cities.example",
        "PUBLIC_URL, http://localhost.example",
        "PUBLIC_URL, https://192.168.0.1:8080",
        "TRUSTED_PROXIES, 127.0.0.1",
        "SECRET_KEY, 0123456789abcdef0123456789abcdef",
        "SECRET_KEY, 0123456789abcdefghijklmnopqrstuvwxyz",
        "SECRET_KEY, FEDCBA9876543210ZYXWVUTSRQPONMLK",
        "SECRET_KEY, correct-horse-battery-correct-horse-battery-",
        "SECRET_KEY, secret-of-cities secret-of-cities secret",
        "PUBLIC_URL, cities.example",
        "PUBLIC_URL, ftp://cities.example",
        "PUBLIC_URL, https://cities.example/?a=b",
        "PUBLIC_URL, https://cities.example/register",
        "V1_DEPRECATED_AT, 2027-01-01",
        "V1_DEPRECATED_AT, +10000-01-01T00:00:00Z",
        "V1_SUNSET_AT, -0001-01-01T00:00:00Z",
        "V1_DEPRECATED, 2027-01-01T00:00:00Z",
        "CITY_SEEDS, none",
        "OIDC_ISSUR, https://issuer.example",
        "SENTRY_DSN, https://a@sentry.example/1",
        "DATABASE_READ_URL, postgres://replica/cities",
        "IMPORT_MAX_MB, 0",
        "IMPORT_MAX_MB, 100001",
        "IMPORT_MAX_MB, 5GB",
        "BODIES_MAX_MB, 3",
        "BODIES_MAX, 30",
        "SHUTDOWN_DELAY, 5s",
        "SHUTDOWN_DELAY, -1",
        "SHUTDOWN_DELAY, 1000",
        "REDIS_URL, localhost:6379",
        "REDIS_URL, http://localhost:6379",
        "REDIS_URL, redis://",
        "REDIS_URL, redis://localhost:port",
        "REDIS_URL, redis://:sesame/a@localhost:6379",
        "REDIS_URL, redis://localhost/cities",
        "REDIS_URL, redis://localhost/0?timeout=1s",
        "REDIS_URL, 'redis://localhost:6379/1,redis://localhost:6380'",
        "REDIS_URL, 'redis://localhost:6379,'",
        "SECRET_KEY, aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
        "SECRET_KEY, please-change-me-please-change-me-0123456789",
        "SECRET_KEY_PREVIOUS, short",
        "SESSION_LIFE, 1h",
        "PROXY_HEADER, forwarded",
        "PROXY_HEADER, x-real-ip",
        "TRUSTED_PROXIES, localhost",
        "TRUSTED_PROXIES, '10.0.0.1, 10.0.0.0/33'",
        "TRUSTED_PROXIES, *",
        "CORS_ORIGINS, example.org",
        "CORS_ORIGINS, https://example.org/",
        "CORS_ORIGINS, 'https://example.org, https://*.example.org'",
        "CORS_ORIGINS, null",
        "CORS_ORIGINS, https://Example.org",
        "TLS_CERT, cert.pem",
        "TLS_KEY, key.pem",
        "HTTP_PORT, 8081",
        "FORCE_HTTPS, on",
        "FORCE_HTTPS, yes",
        "RATE_LIMIT, 600",
        "RATE_LIMIT_ANONYMOUS, 0",
        "RATE_LIMIT_SIGNED_IN, off",
        "RATE_LIMIT_SIGN_IN, 1000000000",
        "RATE_LIMITS, off",
        "OIDC_AUDIENCE, cities",
        "OIDC_PERMISSIONS_CLAIM, roles"
    })
    void whatIsWrongIsNamed(String name, String value) {
        assertThatThrownBy(() -> of(name, value)).isInstanceOf(BadSetting.class).hasMessageStartingWith(name + " ");
    }

    @ParameterizedTest
    @CsvSource({
        "postgres://replica/cities, jdbc:postgresql://replica/cities",
        "'postgres://one,two/cities', 'jdbc:postgresql://one,two/cities?targetServerType=preferSecondary'",
        "'postgres://one,two/cities?target_session_attrs=standby',"
                + " 'jdbc:postgresql://one,two/cities?targetServerType=secondary'",
        "'postgres://one,two/cities?target_session_attrs=any', 'jdbc:postgresql://one,two/cities?targetServerType=any'"
    })
    void whatMayBeAMomentOldIsReadFromAReplica(String url, String read) {
        Map<String, Object> properties = Settings.of(
                        Map.of("DATABASE_URL", "postgres://primary/cities", "DATABASE_READ_URL", url), Map.of())
                .database()
                .properties();
        assertThat(properties)
                .containsEntry("datasources.replica.url", read)
                .containsEntry("datasources.reader.url", "jdbc:postgresql://primary/cities");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "sqlite:replica.db", "postgres://replica", "postgres://replica/cities?options=x"})
    void whatIsNoReplicaIsNamed(String url) {
        assertThatThrownBy(() -> Settings.of(
                        Map.of("DATABASE_URL", "postgres://primary/cities", "DATABASE_READ_URL", url), Map.of()))
                .isInstanceOf(BadSetting.class)
                .hasMessageStartingWith("DATABASE_READ_URL ");
    }

    @ParameterizedTest
    @CsvSource({
        "OIDC_ISSUER, http://issuer.example/",
        "OIDC_ISSUER, https://issuer.example/?x=1",
        "OIDC_ISSUER, https://user@issuer.example/",
        "OIDC_ISSUER, ://",
        "AUTH0_DOMAIN, https://team.auth0.com",
        "AUTH0_DOMAIN, team.auth0.com/#x"
    })
    void aProviderNeedsASafeAddress(String name, String value) {
        assertThatThrownBy(() -> of(name, value, "OIDC_AUDIENCE", "cities", "SECRET_KEY", KEY))
                .isInstanceOf(BadSetting.class)
                .hasMessageStartingWith(name + " ");
    }

    @Test
    void aProviderNeedsAnAudienceAndASecret() {
        assertThatThrownBy(() -> of("OIDC_ISSUER", "https://issuer.example"))
                .hasMessageStartingWith("OIDC_CLIENT_ID ")
                .hasMessageContaining("OIDC_AUDIENCE");
        assertThatThrownBy(() -> of("OIDC_ISSUER", "https://issuer.example", "OIDC_AUDIENCE", "cities"))
                .hasMessageStartingWith("SECRET_KEY ");
        assertThatThrownBy(() ->
                        of("OIDC_ISSUER", "https://issuer.example", "OIDC_AUDIENCE", "cities", "SECRET_KEY", "stock"))
                .hasMessageStartingWith("SECRET_KEY ")
                .hasMessageNotContaining("stock");
    }

    @Test
    void aFormerKeyIsNoKey() {
        assertThatThrownBy(() -> of("SECRET_KEY_PREVIOUS", KEY)).hasMessageStartingWith("SECRET_KEY ");
        assertThat(of("SECRET_KEY", KEY.toUpperCase(Locale.ROOT), "SECRET_KEY_PREVIOUS", KEY)
                        .keys())
                .containsExactly(KEY.toUpperCase(Locale.ROOT), KEY);
    }

    @ParameterizedTest
    @CsvSource({
        "https://Cities.Example:443/, https://cities.example",
        "http://localhost:80, http://localhost",
        "https://cities.example:8443, https://cities.example:8443"
    })
    void thePublicAddressIsWrittenAsBrowsersWriteIt(String url, String origin) {
        assertThat(inProduction("PUBLIC_URL", url).publicUrl()).isEqualTo(origin);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://localhost:8080", "http://127.0.0.1:9000", "https://LOCALHOST/", "http://[::1]:8080"})
    void inLocalModeThePublicAddressIsOfThisMachine(String url) {
        assertThat(of("PUBLIC_URL", url).isLocal()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "PUBLIC_URL, http://somebody:hunter2@cities.example/",
        "PUBLIC_URL, http://somebody:hunt er2@cities.example/",
        "CORS_ORIGINS, https://somebody:hunter2@cities.example",
        "OIDC_ISSUER, https://somebody:hunter2@cities.example"
    })
    void noPasswordInAnAddressIsRepeated(String name, String value) {
        assertThatThrownBy(() -> of(name, value, "OIDC_CLIENT_ID", "a", "OIDC_CLIENT_SECRET", "b"))
                .isInstanceOf(BadSetting.class)
                .message()
                .doesNotContain("hunt", "er2", "somebody");
        assertThat(new BadSetting(name, "must not be " + value.replace(" ", "")))
                .hasMessageNotContaining("hunter2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgres://somebody:hunt/er2@host/db",
                "postgres://somebody:hunt/er2@host",
                "postgres://somebody:hunter2/db",
                "postgres://somebody:hunt/x?er2@host/db",
                "postgres://somebody:x@hunter2@host/db",
                "postgres://somebody:x@host/db?hunter2=x"
            })
    void noPasswordInAnAddressOfADatabaseIsRepeated(String value) {
        assertThatThrownBy(() -> of("DATABASE_URL", value))
                .isInstanceOf(BadSetting.class)
                .message()
                .startsWith("DATABASE_URL ")
                .doesNotContain("hunt", "er2", "somebody");
    }

    @Test
    void whatOthersSetForThemselvesIsNoError() {
        assertThat(of(
                                "GOOGLE_APPLICATION_CREDENTIALS",
                                "x",
                                "FORCE_COLOR",
                                "1",
                                "TLS_VERSION",
                                "1",
                                "SESSION_MANAGER",
                                "x")
                        .isLocal())
                .isTrue();
    }

    @Test
    void versionOneDoesNotEndBeforeItIsDeprecated() {
        assertThatThrownBy(() -> of("V1_DEPRECATED_AT", "2027-02-01T00:00:00Z", "V1_SUNSET_AT", "2027-01-01T00:00:00Z"))
                .hasMessageStartingWith("V1_SUNSET_AT ");
    }

    @Test
    void whatKubernetesSetsForItsServicesIsNoError() {
        assertThat(of("CITY_API_SERVICE_HOST", "10.0.0.1", "CITY_API_PORT", "tcp://10.0.0.1:80")
                        .port())
                .isEqualTo(8080);
    }

    @Test
    void anUnknownNameInTheFileIsNamed() {
        assertThatThrownBy(() -> Settings.of(Map.of(), Map.of("COLOUR", "blue")))
                .hasMessageStartingWith("COLOUR ")
                .hasMessageContaining(".env");
    }

    @Test
    void anAddressThatIsWrongIsToldWhatOneIsLike() {
        for (String wrong : List.of(
                "postgres://me:s@same@h/x?",
                "postgres://h:5432/",
                "postgre://me:sesame@h/cities",
                "postgres://h:5432,g:65536/cities",
                "postgres://h:0/cities",
                "cities")) {
            assertThatThrownBy(() -> of("DATABASE_URL", wrong))
                    .isInstanceOf(BadSetting.class)
                    .hasMessageContaining("postgres://user:password@host:5432/cities")
                    .hasMessageNotContaining("same");
        }
        assertThatThrownBy(() -> of("REDIS_URL", "redis//me:sesame@h"))
                .hasMessageContaining("redis://user:password@host:6379/0")
                .hasMessageNotContaining("sesame");
        assertThat(new BadSetting("X", "is postgres://user:other@h and postgres://user:password@h"))
                .hasMessage("X is ...@h and postgres://user:password@h");
    }
}
