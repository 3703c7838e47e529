package cairn.app.cli;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Ansi.Text;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** One page of the manual in the troff macros of man(7), made from what the command says of itself. */
final class ManualPage {
    private final CommandSpec command;
    private final StringBuilder page = new StringBuilder();

    private ManualPage(CommandSpec command) {
        this.command = command;
    }

    /** The page of a command. */
    static String of(CommandSpec command) {
        return new ManualPage(command).write();
    }

    /** The name of its file, such as {@code cairn-crl-sign.1}. */
    static String fileName(CommandSpec command) {
        return title(command) + ".1";
    }

    private static String title(CommandSpec command) {
        return command.qualifiedName("-");
    }

    private String write() {
        String title = title(command);
        String version = command.root().version()[0];
        line(".TH \"" + title.toUpperCase(Locale.ROOT) + "\" 1 \"\" \"" + escaped(version) + "\" \"Cairn\"");
        section("NAME");
        String[] description = command.usageMessage().description();
        line(escaped(title) + " \\- " + escaped(description.length == 0 ? title : plain(description[0])));
        section("SYNOPSIS");
        text(command.commandLine().getHelp().synopsis(0).strip().replaceAll("\\s+", " "));
        if (description.length > 1) {
            section("DESCRIPTION");
            for (String sentence : List.of(description).subList(1, description.length)) {
                text(plain(sentence));
            }
        }
        arguments("ARGUMENTS", command.positionalParameters());
        arguments("OPTIONS", command.options());
        commands();
        exitCodes();
        return page.toString();
    }

    private void arguments(String heading, List<? extends ArgSpec> arguments) {
        List<? extends ArgSpec> shown =
                arguments.stream().filter(argument -> !argument.hidden()).toList();
        if (shown.isEmpty()) {
            return;
        }
        section(heading);
        for (ArgSpec argument : shown) {
            line(".TP");
            text(names(argument));
            for (String sentence : argument.description()) {
                text(plain(filled(sentence, argument)));
            }
        }
    }

    private static String filled(String sentence, ArgSpec argument) {
        Iterable<String> candidates = argument.completionCandidates();
        return sentence.replace("${DEFAULT-VALUE}", String.valueOf(argument.defaultValue()))
                .replace("${COMPLETION-CANDIDATES}", candidates == null ? "" : String.join(", ", candidates));
    }

    private static String names(ArgSpec argument) {
        return switch (argument) {
            case OptionSpec option when option.arity().max() == 0 -> String.join(", ", option.names());
            case OptionSpec option -> String.join(", ", option.names()) + " " + option.paramLabel();
            case PositionalParamSpec position -> position.paramLabel();
            default -> throw new IllegalStateException("an argument is an option or has a position");
        };
    }

    private void commands() {
        if (command.subcommands().isEmpty()) {
            return;
        }
        section("COMMANDS");
        command.subcommands().forEach((name, below) -> {
            line(".TP");
            line(".BR " + escaped(title(below.getCommandSpec())) + " (1)");
            String[] words = below.getCommandSpec().usageMessage().description();
            text(words.length == 0 ? name : plain(words[0]));
        });
    }

    private void exitCodes() {
        section("EXIT STATUS");
        for (Map.Entry<String, String> code :
                command.root().usageMessage().exitCodeList().entrySet()) {
            line(".TP");
            text(code.getKey());
            text(code.getValue());
        }
        if (!command.equals(command.root())) {
            section("SEE ALSO");
            line(".BR " + escaped(title(command.root())) + " (1)");
        }
    }

    private void section(String heading) {
        line(".SH \"" + heading + "\"");
    }

    /** A paragraph; a line that starts with a dot or a quote would be read as a request. */
    private void text(String words) {
        String escaped = escaped(words);
        line(escaped.startsWith(".") || escaped.startsWith("'") ? "\\&" + escaped : escaped);
    }

    private void line(String line) {
        page.append(line).append('\n');
    }

    private static String plain(String markup) {
        Text text = Ansi.OFF.new Text(markup.replace("$$", "$").replace("%%", "%"));
        return text.plainString().replaceAll("\\s+", " ").strip();
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\e").replace("-", "\\-");
    }
}
