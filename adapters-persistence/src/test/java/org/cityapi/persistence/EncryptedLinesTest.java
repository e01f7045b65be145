package org.cityapi.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.cityapi.domain.limit.Quota;
import org.cityapi.persistence.postgres.PostgresDatabase;
import org.cityapi.persistence.postgres.PostgresUrl;
import org.cityapi.persistence.redis.RedisLink;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** PostgreSQL and Redis behind TLS: who shows a certificate that is not trusted is not spoken to. */
class EncryptedLinesTest {

    @TempDir
    static Path folder;

    private static MadeCertificate certificate;
    private static MadeCertificate another;

    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private final Logger log = (Logger) LoggerFactory.getLogger(RedisLink.class);

    @BeforeAll
    static void makeCertificates() {
        certificate = new MadeCertificate(folder, "shown", "EC");
        another = new MadeCertificate(folder, "another", "EC");
    }

    @Test
    void redisIsAskedWhereItsCertificateIsTrusted() throws IOException {
        Quota quota = new Quota("some", 5, Duration.ofSeconds(60));
        int redis = RedisServer.start();
        try (Wire wire = new Wire("localhost", redis, certificate.showing().getServerSocketFactory())) {
            String address = "rediss://localhost:" + wire.port();
            certificate.whileTrusted(() -> {
                try (OnRedis node = OnRedis.patient(address);
                        OnRedis direct = OnRedis.patient("redis://localhost:" + redis)) {
                    node.limits().take("a", quota);
                    assertThat(direct.limits().take("a", quota).left()).isEqualTo(3);
                }
            });
            another.whileTrusted(() -> {
                try (OnRedis node = new OnRedis(address)) {
                    Patience.await(() -> node.limits().take("a", quota).left() == 0);
                    assertThat(node.link().isThere()).isFalse();
                    Patience.await(() -> lines.list.stream()
                            .anyMatch(
                                    line -> line.getFormattedMessage().contains("unable to find valid certification")));
                }
            });
        }
    }

    @BeforeEach
    void listen() {
        lines.start();
        log.addAppender(lines);
    }

    @AfterEach
    void stop() {
        log.detachAppender(lines);
    }

    @Test
    void postgresIsOpenedWhereItsCertificateIsTrusted() throws IOException {
        Path key = Path.of(certificate.keyFile());
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
        try (EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setPGStartupWait(Duration.ofMinutes(1))
                .setServerConfig("ssl", "on")
                .setServerConfig("ssl_cert_file", certificate.certificateFile())
                .setServerConfig("ssl_key_file", certificate.keyFile())
                .start()) {
            String address = "postgres://postgres@localhost:" + server.getPort() + "/postgres?sslmode=verify-full";
            PostgresUrl trusted = PostgresUrl.of(address + "&sslrootcert=" + certificate.certificateFile());
            PostgresDatabase.check(trusted);
            OnPostgres.open(trusted).close();
            PostgresUrl untrusted = PostgresUrl.of(address + "&sslrootcert=" + another.certificateFile());
            assertThatThrownBy(() -> PostgresDatabase.check(untrusted)).hasMessageContaining("SSL error");
        }
    }
}
