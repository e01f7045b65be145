package org.cityapi.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DotEnvTest {

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void nameTheFile() {
        file = folder.resolve(".env");
    }

    private Map<String, String> read(String text) throws IOException {
        Files.writeString(file, text);
        return DotEnv.read(file);
    }

    @Test
    void aMissingFileHoldsNoSettings() {
        assertThat(DotEnv.read(file)).isEmpty();
    }

    @Test
    void linesCommentsQuotesAndBlanksAreRead() throws IOException {
        assertThat(read("\uFEFF# mine\r\n\r\n  PORT = 9000 \nSECRET_KEY=\"a=b#c \"\nPUBLIC_URL='https://x'\nEMPTY=\n"))
                .containsExactly(
                        Map.entry("PORT", "9000"),
                        Map.entry("SECRET_KEY", "a=b#c "),
                        Map.entry("PUBLIC_URL", "https://x"),
                        Map.entry("EMPTY", ""));
    }

    @Test
    void aLineOfAnotherFormIsTold() {
        assertThatThrownBy(() -> read("PORT=1\nexport\n")).hasMessage(".env line 2 is not of the form NAME=value");
        assertThatThrownBy(() -> read("=1\n")).hasMessageContaining("line 1");
    }

    @Test
    void aNameThatStandsTwiceIsTold() {
        assertThatThrownBy(() -> read("PORT=1\nPORT=2\n")).hasMessage("PORT stands twice in .env");
    }

    @Test
    void whatIsNoTextIsTold() throws IOException {
        Files.write(file, new byte[] {'A', '=', (byte) 0xE9});
        assertThatThrownBy(() -> DotEnv.read(file)).hasMessage(".env cannot be read as UTF-8 text");
        Files.delete(file);
        Files.createDirectory(file);
        assertThatThrownBy(() -> DotEnv.read(file)).hasMessage(".env is a folder");
    }
}
