package org.cityapi.bootstrap;

import java.io.PrintWriter;
import java.util.Map;
import java.util.Optional;
import org.cityapi.domain.rejection.Rejection;
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

    private final Printer printer;
    private final CommandLine line;

    Commands(Printer printer) {
        this.printer = printer;
        line = new CommandLine(this)
                .addSubcommand(new ImportCommand(printer))
                .addSubcommand(new ExportCommand(printer))
                .addSubcommand(new MigrateCommand())
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
        return line.execute(arguments);
    }

    /** Never what picocli says of it: that may repeat an address with its password. */
    private String reason(ParameterException wrong) {
        if (wrong instanceof UnmatchedArgumentException surplus) {
            String argument = surplus.getUnmatched().get(0);
            boolean isCommand = wrong.getCommandLine() == line && !argument.startsWith("-");
            return printer.word(isCommand ? "no.command" : "no.option", plain(argument));
        } else if (wrong instanceof OverwrittenOptionException twice) {
            return printer.word("twice", name(twice.getOverwritten()));
        } else if (wrong instanceof MissingParameterException missing
                && !missing.getMissing().isEmpty()) {
            return printer.word("no.value", name(missing.getMissing().get(0)));
        }
        return printer.word("not.understood");
    }

    private static String name(CommandLine.Model.ArgSpec argument) {
        return argument instanceof CommandLine.Model.OptionSpec option ? option.longestName() : argument.paramLabel();
    }

    /** What is printed of an argument: anything else may be an address with a password. */
    private String plain(String argument) {
        return " " + (argument.matches("-{0,2}[a-z-]{1,20}") ? argument : printer.word("kind"));
    }

    private int wrong(String reason) {
        printer.err().println(reason);
        return WRONG;
    }

    private int failed(Exception failure, CommandLine command) {
        if (failure instanceof BadCommand) {
            return wrong(String.valueOf(failure.getMessage()));
        }
        String name = command.getCommandName();
        String doing = name.equals("migrate") ? "move the register" : printer.word("doing." + name);
        printer.err().println(printer.word("cannot", doing, told(failure, doing)));
        return FAILED;
    }

    private String told(Exception failure, String doing) {
        if (failure instanceof BadSetting || failure instanceof CannotStart) {
            return String.valueOf(failure.getMessage());
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
