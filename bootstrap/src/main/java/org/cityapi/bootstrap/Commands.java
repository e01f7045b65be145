package org.cityapi.bootstrap;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.cityapi.domain.rejection.Rejection;
import org.cityapi.persistence.ToldFailure;
import org.cityapi.web.Messages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The commands of the program, and what their ends are called: 0 done, 1 failed, 2 wrong arguments. */
@Command(name = "city-api", versionProvider = Commands.Version.class)
final class Commands {

    private static final Logger LOG = LoggerFactory.getLogger(Commands.class);
    private static final int FAILED = 1;
    private static final int WRONG = 2;

    /** What Java makes of bytes that are no letters in the encoding of the locale. */
    private static final String UNREADABLE = "\uFFFD";

    private final Printer printer;
    private final CommandLine line;

    Commands(Printer printer) {
        this.printer = printer;
        line = new CommandLine(this)
                .addSubcommand(new ImportCommand(printer))
                .addSubcommand(new ExportCommand(printer))
                .addSubcommand(new MigrateCommand(printer))
                .addSubcommand(new HelpCommand());
        // Of all but the last, which is help itself.
        line.getCommandSpec().mixinStandardHelpOptions(true);
        line.getSubcommands().values().stream()
                .map(CommandLine::getCommandSpec)
                .filter(command -> !(command.userObject() instanceof HelpCommand))
                .forEach(command -> command.mixinStandardHelpOptions(true).versionProvider(new Version()));
        line.setResourceBundle(printer.words())
                .setExpandAtFiles(false)
                .setOut(new PrintWriter(printer.out(), true, printer.charset()))
                .setErr(new PrintWriter(printer.err(), true, printer.charset()))
                .setParameterExceptionHandler((wrong, arguments) -> wrong(printer.word("try.help", reason(wrong))))
                .setExecutionExceptionHandler((failure, command, result) -> failed(failure, command));
    }

    /** Runs what they say, and gives the exit code. */
    int run(String... arguments) {
        if (Stream.of(arguments).anyMatch(argument -> argument.contains(UNREADABLE))) {
            return wrong(printer.word("unreadable"));
        }
        int code = line.execute(arguments);
        return printer.failure().map(this::unwritable).orElse(code);
    }

    private int unwritable(IOException failure) {
        printer.tell(printer.word("output.unwritable", printer.reason(failure)));
        return FAILED;
    }

    /** Never what picocli says of it: that may repeat an address with its password. */
    private String reason(ParameterException wrong) {
        if (wrong instanceof UnmatchedArgumentException surplus) {
            return surplus(surplus.getUnmatched().get(0), wrong.getCommandLine());
        } else if (wrong instanceof OverwrittenOptionException twice) {
            return printer.word("twice", name(twice.getOverwritten()));
        } else if (wrong instanceof MissingParameterException missing
                && !missing.getMissing().isEmpty()) {
            return printer.word("no.value", name(missing.getMissing().get(0)));
        }
        if (wrong.getArgSpec() != null) {
            return printer.word("no.such.value", name(wrong.getArgSpec()));
        }
        // Only help has another fault, and tells of what.
        return wrong.getValue() == null
                ? printer.word("not.understood")
                : printer.word("no.command", shown(wrong.getValue()));
    }

    private String surplus(String argument, CommandLine command) {
        if (argument.startsWith("-") && !argument.equals("-")) {
            return printer.word("no.option", shown(argument.split("=", 2)[0]));
        }
        return command == line
                ? printer.word("no.command", shown(argument))
                : printer.word("surplus." + command.getCommandName());
    }

    private static String name(CommandLine.Model.ArgSpec argument) {
        return argument instanceof CommandLine.Model.OptionSpec option ? option.longestName() : argument.paramLabel();
    }

    /** What is printed of an argument: anything else may be an address with a password. */
    private String shown(String argument) {
        return " " + (argument.matches("-{0,2}[a-z-]{1,20}") ? argument : printer.word("kind"));
    }

    private int wrong(String reason) {
        reason.lines().forEach(printer::tell);
        return WRONG;
    }

    private int failed(Exception failure, CommandLine command) {
        if (failure instanceof BadCommand) {
            return wrong(String.valueOf(failure.getMessage()));
        }
        // Of settings all is told in English, as when the register starts.
        Printer teller = failure instanceof BadSetting ? printer.in(Locale.ENGLISH) : printer;
        String doing = teller.word("doing." + command.getCommandName());
        teller.tell(teller.word("cannot", doing, told(failure, doing)));
        return FAILED;
    }

    private String told(Exception failure, String doing) {
        if (failure instanceof BadSetting) {
            return String.valueOf(failure.getMessage());
        } else if (failure instanceof ToldFailure known) {
            return known.in(printer.language());
        } else if (failure instanceof Rejection.Unavailable away) {
            String key = "rejection.unavailable." + away.needed().key();
            return new Messages().get(printer.language(), key, Map.of());
        }
        LOG.error("Cannot {}", doing, failure);
        return printer.word("unforeseen");
    }

    /** The version that the jar says it has. */
    static final class Version implements IVersionProvider {

        @Override
        public String[] getVersion() {
            return new String[] {
                "City API "
                        + Optional.ofNullable(Commands.class.getPackage().getImplementationVersion())
                                .orElse("(unpacked)")
            };
        }
    }
}
