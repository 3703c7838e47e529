package cairn.app.boot;

import cairn.app.fx.task.Job;
import cairn.app.fx.task.Tasks;
import cairn.app.fx.task.Work;
import cairn.app.problem.ExitCode;
import cairn.app.problem.Problem;
import cairn.app.session.Session;
import cairn.app.shell.ShellModel;
import cairn.app.shell.TokenLight;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Runs work, and looks after each piece of it how it stands with the tokens, so that the window's light tells. */
final class TokenWatch implements Tasks {
    /** The token is gone, its library does not work, what it says is wrong: it needs a person. */
    private static final Set<String> BROKEN = Set.of("T-2", "T-11", "T-12", "T-16");

    private final Tasks tasks;
    private final ShellModel shell;
    private Optional<Session> session = Optional.empty();
    private boolean broken;

    TokenWatch(Tasks tasks, ShellModel shell) {
        this.tasks = tasks;
        this.shell = shell;
    }

    /** From now on these tokens. */
    void watch(Optional<Session> opened) {
        session = opened;
        broken = false;
        refresh();
    }

    @Override
    public <T> Job act(String title, Work<T> work, Consumer<? super T> done, Consumer<Problem> failed) {
        return tasks.act(
                title,
                work,
                result -> {
                    broken = false;
                    refresh();
                    done.accept(result);
                },
                problem -> {
                    broken = BROKEN.contains(problem.code()) || problem.exit() == ExitCode.UNKNOWN_OUTCOME;
                    refresh();
                    failed.accept(problem);
                });
    }

    @Override
    public <T> Job look(Work<T> work, Consumer<? super T> done, Consumer<Problem> failed) {
        return tasks.look(work, done, failed);
    }

    private void refresh() {
        Session open = session.orElse(null);
        if (open == null) {
            shell.light(TokenLight.NONE);
            return;
        }
        tasks.look(
                progress -> open.loggedIn().isEmpty()
                        ? open.directory().all().isEmpty() ? TokenLight.NONE : TokenLight.LOGGED_OUT
                        : TokenLight.LOGGED_IN,
                light -> shell.light(broken ? TokenLight.FAILED : light),
                problem -> shell.light(TokenLight.FAILED));
    }
}
