package cairn.app.fx.dialog;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Answers with the files that were put in, in their order; then with none. */
public final class AnsweringPicker implements FilePicker {
    private final Deque<Path> answers = new ArrayDeque<>();

    /** The next question gets this answer. */
    public void next(Path file) {
        answers.add(file);
    }

    @Override
    public List<Path> open(String title) {
        return take().map(List::of).orElse(List.of());
    }

    @Override
    public Optional<Path> save(String title, String suggestedName) {
        return take();
    }

    @Override
    public Optional<Path> folder(String title) {
        return take();
    }

    private Optional<Path> take() {
        return Optional.ofNullable(answers.poll());
    }
}
