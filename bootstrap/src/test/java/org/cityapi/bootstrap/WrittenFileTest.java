package org.cityapi.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On systems with links, named pipes and rights as POSIX has them. */
class WrittenFileTest {

    private static final String CITIES = "Xanten\n".repeat(20_000);

    @TempDir
    Path folder;

    private static void write(Path file) throws IOException {
        try (WrittenFile written = WrittenFile.at(file, false)) {
            written.write(CITIES.getBytes(StandardCharsets.UTF_8));
            written.finish();
        }
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void aFileAppearsWhenItIsWholeAndAmongNoOthers() throws Exception {
        Path others = Files.writeString(folder.resolve("out.csv.part"), "of somebody else");
        Path file = folder.resolve("out.csv");
        try (WrittenFile written = WrittenFile.at(file, false)) {
            written.write(CITIES.getBytes(StandardCharsets.UTF_8));
            assertThat(file).doesNotExist();
            assertThat(names()).hasSize(2);
            written.finish();
        }
        assertThat(file).hasContent(CITIES);
        assertThat(others).hasContent("of somebody else");
        assertThat(names()).containsExactly("out.csv", "out.csv.part");
        Path usual = Files.createFile(folder.resolve("usual"));
        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(Files.getPosixFilePermissions(usual));
    }

    @Test
    void whatFailsLeavesAllAsItWas() throws Exception {
        Path file = Files.writeString(folder.resolve("out.csv"), "old");
        try (WrittenFile written = WrittenFile.at(file, true)) {
            written.write(CITIES.getBytes(StandardCharsets.UTF_8));
        }
        assertThat(file).hasContent("old");
        assertThat(names()).containsExactly("out.csv");
    }

    @Test
    void anotherFileKeepsItsRights() throws Exception {
        Path file = Files.writeString(folder.resolve("out.csv"), "old");
        for (String rights : List.of("rw-r-----", "rw-rw-rw-")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(rights));
            write(file);
            assertThat(file).hasContent(CITIES);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo(rights);
        }
    }

    @Test
    void aLinkLeadsToTheFile() throws Exception {
        Path far = Files.createDirectory(folder.resolve("far"));
        Files.writeString(far.resolve("old.csv"), "old");
        for (String name : List.of("old.csv", "new.csv")) {
            Path second = Files.createSymbolicLink(far.resolve("to-" + name), Path.of(name));
            Path first = Files.createSymbolicLink(folder.resolve(name), second);
            write(first);
            assertThat(first).isSymbolicLink().hasContent(CITIES);
            assertThat(second).isSymbolicLink();
            assertThat(far.resolve(name)).isRegularFile().hasContent(CITIES);
        }
    }

    @Test
    void aNamedPipeIsWrittenTo() throws Exception {
        Path pipe = folder.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        Path link = Files.createSymbolicLink(folder.resolve("out.csv"), pipe);
        CompletableFuture<String> read = CompletableFuture.supplyAsync(() -> {
            try {
                return Files.readString(pipe);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
        write(link);
        assertThat(read.get(10, TimeUnit.SECONDS)).isEqualTo(CITIES);
        assertThat(Files.isRegularFile(pipe)).isFalse();
        assertThat(names()).containsExactly("out.csv", "pipe");
    }

    /** As {@code --output /dev/stdout >> file} is. */
    @Test
    void anOpenFileGoesOn() throws Exception {
        Path streams = Path.of("/proc/self/fd");
        Path file = Files.writeString(folder.resolve("log"), "before\n");
        try (OutputStream open = Files.newOutputStream(file, StandardOpenOption.APPEND);
                Stream<Path> all = Files.list(streams)) {
            Path stream = all.filter(Files::isSymbolicLink)
                    .filter(one -> isLinkTo(one, file))
                    .findFirst()
                    .orElseThrow();
            write(Files.createSymbolicLink(folder.resolve("out.csv"), stream));
            open.write("after".getBytes(StandardCharsets.UTF_8));
        }
        assertThat(file).hasContent("before\n" + CITIES + "after");
    }

    private static boolean isLinkTo(Path link, Path file) {
        try {
            return Files.readSymbolicLink(link).equals(file.toRealPath());
        } catch (IOException closedAgain) {
            return false;
        }
    }

    @Test
    void aFileMayBePacked() throws Exception {
        Path file = folder.resolve("out.csv.gz");
        try (WrittenFile written = WrittenFile.at(file, true)) {
            written.write(CITIES.getBytes(StandardCharsets.UTF_8));
            written.finish();
        }
        try (GZIPInputStream packed = new GZIPInputStream(Files.newInputStream(file))) {
            assertThat(new String(packed.readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo(CITIES);
        }
    }

    @Test
    void whatIsNoFileIsRefused() throws Exception {
        Path circle = folder.resolve("circle");
        Files.createSymbolicLink(circle, circle);
        assertThatThrownBy(() -> write(circle)).isInstanceOf(FileSystemException.class);
        assertThatThrownBy(() -> write(folder)).hasMessageContaining("Is a directory");
        assertThatThrownBy(() -> write(folder.resolve("none/out.csv"))).isInstanceOf(NoSuchFileException.class);
        assertThat(names()).containsExactly("circle");
        assertThat(circle).isSymbolicLink();
    }
}
