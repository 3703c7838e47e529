package cairn.app.cli;

import cairn.app.problem.ExitCode;
import cairn.app.problem.Problem;
import java.util.Optional;
import picocli.CommandLine.Command;

/** {@code cairn desktop}: the window. */
@Command(name = "desktop", description = "Open the desktop; with --workspace, on that workspace.")
final class DesktopCommand extends Action {
    DesktopCommand(CliEnvironment environment) {
        super(environment);
    }

    @Override
    ExitCode act() throws Exception {
        if (!environment().window().open(workspaceGiven() ? Optional.of(workspace()) : Optional.empty())) {
            throw new Problem(
                    "D-4",
                    ExitCode.USAGE,
                    "The desktop could not be opened: there is no display, or the library for windows is missing.",
                    "DISPLAY and WAYLAND_DISPLAY",
                    "Start it from a desktop session; on Debian, install libgtk-3-0. Every action has a command as well:"
                            + " 'cairn --help' lists them.");
        }
        return ExitCode.DONE;
    }
}
