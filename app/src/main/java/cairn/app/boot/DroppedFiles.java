package cairn.app.boot;

import cairn.app.fx.screen.Address;
import cairn.app.fx.screen.Guide;
import cairn.app.fx.screen.Notice;
import cairn.app.fx.task.Tasks;
import cairn.app.fx.text.Texts;
import cairn.app.fx.theme.Tone;
import cairn.app.inspect.Inspect;
import cairn.app.issue.Issue;
import cairn.app.session.RequestFiles;
import cairn.app.shell.FileDrop;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Requests that are dropped on the window are to be issued; everything else is looked at. */
final class DroppedFiles implements FileDrop {
    private final Tasks tasks;
    private final Guide guide;
    private final Texts texts;

    DroppedFiles(Tasks tasks, Guide guide, Texts texts) {
        this.tasks = tasks;
        this.guide = guide;
        this.texts = texts;
    }

    @Override
    public String words(List<Path> files) {
        long requests = files.stream().filter(RequestFiles::isNamedAsRequest).count();
        return requests > 0 ? texts.get("drop.issue", files.size()) : texts.get("drop.inspect", files.size());
    }

    private record Sorted(List<Path> requests, List<Path> others) {}

    @Override
    public void dropped(List<Path> files) {
        tasks.look(
                progress -> {
                    List<Path> requests =
                            files.stream().filter(RequestFiles::isRequest).toList();
                    return new Sorted(
                            requests,
                            files.stream()
                                    .filter(file -> !requests.contains(file))
                                    .toList());
                },
                this::go,
                problem ->
                        guide.tell(new Notice(Tone.WARNING, problem.what(), problem.where(), false, Optional.empty())));
    }

    private void go(Sorted sorted) {
        if (sorted.requests().isEmpty()) {
            guide.go(new Address("inspect", Inspect.FILES + lines(sorted.others())));
            return;
        }
        guide.go(new Address("issue", Issue.FILES + lines(sorted.requests())));
        if (!sorted.others().isEmpty()) {
            guide.tell(new Notice(
                    Tone.PLAIN,
                    texts.get("drop.others", sorted.others().size()),
                    texts.get("drop.others.words"),
                    false,
                    Optional.of(new Address("inspect", Inspect.FILES + lines(sorted.others())))));
        }
    }

    private static String lines(List<Path> files) {
        return files.stream().map(Path::toString).collect(Collectors.joining("\n"));
    }
}
