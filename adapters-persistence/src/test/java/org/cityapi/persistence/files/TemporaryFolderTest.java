package org.cityapi.persistence.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemporaryFolderTest {

    @TempDir
    private Path parent;

    @Test
    void whatACrashHasLeftIsDeletedAndWhatIsInUseIsNot() throws IOException {
        Path used = TemporaryFolder.in(parent);
        Files.writeString(used.resolve("1.import"), "cities");
        Path left = Files.createDirectory(parent.resolve("city-api-imports77"));
        Files.writeString(left.resolve("2.import"), "cities");
        Files.writeString(parent.resolve("city-api-imports77.lock"), "");
        Path others = Files.createDirectory(parent.resolve("others"));
        Files.writeString(others.resolve("3"), "theirs");
        Path trap = Files.createSymbolicLink(parent.resolve("city-api-imports78"), others);
        Files.writeString(parent.resolve("city-api-imports78.lock"), "");
        Path next = TemporaryFolder.in(parent);
        assertThat(next).isNotEqualTo(used).isDirectory();
        assertThat(used.resolve("1.import")).exists();
        assertThat(left).doesNotExist();
        assertThat(trap).exists();
        assertThat(others.resolve("3")).exists();
    }
}
