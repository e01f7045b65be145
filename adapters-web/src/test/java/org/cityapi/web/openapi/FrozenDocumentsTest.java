package org.cityapi.web.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openapitools.openapidiff.core.OpenApiCompare;
import org.openapitools.openapidiff.core.model.ChangedOpenApi;

/** What clients were promised: the documents in {@code src/test/openapi}, which are the ones that stand committed. */
class FrozenDocumentsTest {

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    @ParameterizedTest
    @ValueSource(strings = {"v1", "v2"})
    void noClientIsBroken(String version) throws IOException {
        Path promised = Path.of("src", "test", "openapi", version + ".yaml");
        String now = OpenApiDocument.read(version).yaml();
        Path present = Files.createDirectories(Path.of("target", "openapi")).resolve(version + ".yaml");
        Files.writeString(present, now);

        ChangedOpenApi changes = OpenApiCompare.fromContents(Files.readString(promised), now);

        assertThat(changes.isCompatible())
                .as("%s keeps what %s promises: %s", present, promised, changes.getChangedElements())
                .isTrue();
        // As trees: in which order the members of an object stand is another's affair, and changes from build to build.
        assertThat(YAML.readTree(now))
                .as("%s breaks nobody, but is another: copy it to %s", present, promised)
                .isEqualTo(YAML.readTree(promised.toFile()));
    }
}
