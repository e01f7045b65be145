package org.cityapi.bootstrap;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code migrate --from DATABASE --to DATABASE}. */
@Command(name = "migrate")
final class MigrateCommand implements Callable<Integer> {

    @Option(names = "--from", paramLabel = "DATABASE")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "DATABASE")
    private @Nullable String to;

    @Override
    public Integer call() {
        RegisterMove.of(from, to).run();
        return 0;
    }
}
