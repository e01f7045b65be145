package org.cityapi.bootstrap;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Prints what a command tells: its result on the standard output, all else on the standard error.
 *
 * @param sink where the standard output goes
 * @param isTerminal whether somebody watches the standard error, so that what is written there can be overwritten
 */
record Printer(
        KeptFailure sink,
        PrintStream out,
        PrintStream err,
        Charset charset,
        Locale language,
        ResourceBundle words,
        boolean isTerminal) {

    static final String BUNDLE = "org.cityapi.bootstrap.commands";

    /** A value of a file could else clear the screen, turn the direction of what follows, or worse. */
    private static final Pattern CONTROL =
            Pattern.compile("[\\p{Cc}\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]");

    static Printer ofProcess(Map<String, String> environment) {
        Charset charset = charset(System.getProperty("native.encoding", ""));
        return of(
                new FileOutputStream(FileDescriptor.out),
                new FileOutputStream(FileDescriptor.err),
                charset,
                language(environment),
                !"dumb".equals(environment.get("TERM")) && isErrTerminal());
    }

    static Printer of(OutputStream out, OutputStream err, Charset charset, Locale language, boolean isTerminal) {
        KeptFailure sink = new KeptFailure(out);
        return new Printer(
                sink,
                new PrintStream(sink, true, charset),
                new PrintStream(err, true, charset),
                charset,
                language,
                words(language),
                isTerminal);
    }

    private static ResourceBundle words(Locale language) {
        return ResourceBundle.getBundle(BUNDLE, language, Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
    }

    /** The same in another language. */
    Printer in(Locale other) {
        return new Printer(sink, out, err, charset, other, words(other), isTerminal);
    }

    /** Where no language is set, ASCII is; whatever shows that shows UTF-8 as well. */
    private static Charset charset(String name) {
        Charset set = Charset.isSupported(name.isEmpty() ? "UTF-8" : name)
                ? Charset.forName(name.isEmpty() ? "UTF-8" : name)
                : StandardCharsets.UTF_8;
        return set.equals(StandardCharsets.US_ASCII) ? StandardCharsets.UTF_8 : set;
    }

    /** As POSIX has it: the first of these that says something counts. */
    static Locale language(Map<String, String> environment) {
        return Stream.of("LC_ALL", "LC_MESSAGES", "LANG")
                .map(environment::get)
                .filter(Objects::nonNull)
                .filter(value -> !value.isEmpty())
                .findFirst()
                .filter(value -> value.matches("fr(|[_.@-].*)"))
                .map(value -> Locale.FRENCH)
                .orElse(Locale.ENGLISH);
    }

    /**
     * Java knows it of all three streams together only, and an export's output is most often a file; from version 22 on
     * not even that, where the system has no such link.
     */
    @SuppressWarnings("SystemConsoleNull")
    private static boolean isErrTerminal() {
        Path stream = Path.of("/proc/self/fd/2");
        try {
            return Files.isSymbolicLink(stream)
                    ? Files.readSymbolicLink(stream).toString().matches("/dev/(pts/|tty|console).*")
                    : System.console() != null;
        } catch (IOException e) {
            return false;
        }
    }

    String word(String key, Object... values) {
        return String.format(Locale.ROOT, words.getString(key), values);
    }

    void result(String line) {
        out.println(plain(line));
    }

    void tell(String line) {
        err.println(plain(line));
    }

    /** Why the standard output could not be written; none when its reader wants no more. */
    Optional<IOException> failure() {
        return Optional.ofNullable(sink.failure()).filter(failure -> !new FileFailure(failure).isReaderGone());
    }

    /** Why a file failed. */
    String reason(IOException failure) {
        return new FileFailure(failure).reason(this);
    }

    /** The same text without characters that steer a terminal. */
    static String plain(String text) {
        return CONTROL.matcher(text).replaceAll("\uFFFD");
    }
}
