package org.cityapi.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.cityapi.domain.security.SecurityEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What docs/security.md tells operators. */
class SecurityPageTest {

    private static String page() throws IOException {
        return Files.readString(Path.of("../docs/security.md"));
    }

    @ParameterizedTest
    @EnumSource(SecurityEvent.Kind.class)
    void everyEventOfTheSecurityLogIsListed(SecurityEvent.Kind kind) throws IOException {
        String page = page();
        String table = page.substring(page.indexOf("| event | when |"), page.indexOf("`user` is who did it"));
        assertThat(table).contains('`' + kind.name().toLowerCase(Locale.ROOT) + '`');
    }

    @Test
    void noKeyIsPrintedThatSomebodyMightTake() throws IOException {
        assertThat(page().lines().filter(line -> line.contains("SECRET_KEY=")))
                .isNotEmpty()
                .allMatch(line -> line.endsWith("SECRET_KEY=$(openssl rand -base64 48)"));
    }
}
