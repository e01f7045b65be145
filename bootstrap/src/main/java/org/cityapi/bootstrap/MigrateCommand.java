package org.cityapi.bootstrap;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code migrate --from DATABASE --to DATABASE}. */
@Command(name = "migrate")
final class MigrateCommand implements Callable<Integer> {

    private final Printer printer;

    @Option(names = "--from", paramLabel = "DATABASE")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "DATABASE")
    private @Nullable String to;

    MigrateCommand(Printer printer) {
        this.printer = printer;
    }

    @Override
    public Integer call() {
        RegisterMove.of(from, to, printer).run();
        return 0;
    }
}
