package cairn.app.audit;

import cairn.app.fx.screen.Guide;
import cairn.app.fx.screen.Notice;
import cairn.app.fx.screen.ViewModel;
import cairn.app.fx.task.Job;
import cairn.app.fx.task.Tasks;
import cairn.app.fx.text.Texts;
import cairn.app.problem.Problem;
import cairn.app.session.JournalReader;
import cairn.app.session.OutputFile;
import cairn.app.session.WorkspaceCheck;
import cairn.ca.audit.Checkpoint;
import cairn.ca.publication.FilePublisher;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The journal, the newest first, as far as somebody has read back; and what can be done with it. */
final class AuditModel extends ViewModel {
    /** So many entries are read at once; more when somebody asks for older ones. */
    static final int PAGE = 200;

    private final AuditPlace.Needs needs;
    private final JournalReader reader;
    private final Tasks tasks;
    private final Guide guide;
    private final Texts texts;
    private final ObservableList<JournalReader.Line> lines = FXCollections.observableArrayList();
    private final SimpleStringProperty words = new SimpleStringProperty("");
    private final SimpleStringProperty kind = new SimpleStringProperty("");
    private final SimpleObjectProperty<@Nullable LocalDate> from = new SimpleObjectProperty<>();
    private final SimpleObjectProperty<@Nullable LocalDate> until = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<Reading> reading = new ReadOnlyObjectWrapper<>(new Reading(0, 0));
    private final ReadOnlyBooleanWrapper searching = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Check> check = new ReadOnlyObjectWrapper<>(new Check.None());
    private final ReadOnlyObjectWrapper<Optional<Checkpoint>> checkpoint =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ExportModel export;
    private Optional<Job> search = Optional.empty();

    AuditModel(AuditPlace.Needs needs, JournalReader reader, Tasks tasks, Guide guide, Texts texts) {
        this.needs = needs;
        this.reader = reader;
        this.tasks = tasks;
        this.guide = guide;
        this.texts = texts;
        this.export = new ExportModel(needs, tasks, guide, texts);
    }

    /**
     * How far was read.
     *
     * @param next before which entry older ones begin; 0 if there are none
     * @param last the newest entry
     */
    record Reading(long next, long last) {}

    /** How it stands with the check. */
    sealed interface Check {
        /** None was made. */
        record None() implements Check {}

        /** It runs. */
        record Running(Job job) implements Check {}

        /** It was ended by a person. */
        record Stopped() implements Check {}

        /** What was found; without the register where the workspace is only read. */
        record Found(WorkspaceCheck.Result result, boolean whole) implements Check {}
    }

    ObservableList<JournalReader.Line> lines() {
        return lines;
    }

    StringProperty words() {
        return words;
    }

    /** The name of a kind of event; empty for all. */
    StringProperty kind() {
        return kind;
    }

    SimpleObjectProperty<@Nullable LocalDate> from() {
        return from;
    }

    SimpleObjectProperty<@Nullable LocalDate> until() {
        return until;
    }

    ReadOnlyObjectProperty<Reading> reading() {
        return reading.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty searching() {
        return searching.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Check> check() {
        return check.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Checkpoint>> checkpoint() {
        return checkpoint.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Problem>> problem() {
        return problem.getReadOnlyProperty();
    }

    ExportModel export() {
        return export;
    }

    /** Whether the workspace is only read. */
    boolean isReadOnly() {
        return needs.session().isEmpty();
    }

    /** Reads the newest entries that the filter takes. */
    void refresh() {
        load(0);
        tasks.look(progress -> reader.checkpoint(), checkpoint::set, this::failed);
    }

    /** Reads on where the last page ended. */
    void older() {
        if (reading.get().next() > 0 && !searching.get()) {
            load(reading.get().next());
        }
    }

    /** Ends a search that takes too long; what was found stays. */
    void stop() {
        search.ifPresent(Job::cancel);
    }

    private void load(long before) {
        stop();
        problem.set(Optional.empty());
        searching.set(true);
        JournalReader.Filter filter = filter();
        Job[] mine = new Job[1];
        mine[0] = tasks.look(
                progress -> reader.page(before, PAGE, filter, progress),
                page -> {
                    if (isNewest(mine[0])) {
                        show(before, page);
                    }
                },
                failure -> {
                    searching.set(false);
                    failed(failure);
                });
        search = mine[0].running().get() ? Optional.of(mine[0]) : Optional.empty();
    }

    /** Work that is done at once has not been handed out yet when it tells of its end. */
    private boolean isNewest(@Nullable Job job) {
        return job == null || search.filter(newest -> newest != job).isEmpty();
    }

    private void show(long before, JournalReader.Page page) {
        searching.set(false);
        if (before == 0) {
            lines.setAll(page.lines());
        } else {
            lines.addAll(page.lines());
        }
        reading.set(new Reading(page.next(), page.last()));
        export.offer(page.last());
    }

    private JournalReader.Filter filter() {
        LocalDate first = from.get();
        LocalDate last = until.get();
        ZoneId zone = ZoneId.systemDefault();
        return new JournalReader.Filter(
                words.get(),
                kind.get(),
                first == null
                        ? Optional.empty()
                        : Optional.of(first.atStartOfDay(zone).toInstant()),
                last == null
                        ? Optional.empty()
                        : Optional.of(last.plusDays(1).atStartOfDay(zone).toInstant()));
    }

    /** Checks the journal, and register and lists where the workspace is open. */
    void verify() {
        problem.set(Optional.empty());
        check.set(new Check.None());
        boolean whole = !isReadOnly();
        Job job = tasks.act(
                texts.get("act.verify"),
                progress -> whole
                        ? new WorkspaceCheck(needs.session().orElseThrow()).run(progress)
                        : reader.verify(Optional.empty(), progress)
                                .map(found -> new WorkspaceCheck.Result(found, List.of(), Optional.empty())),
                found -> {
                    check.set(found.<Check>map(result -> new Check.Found(result, whole))
                            .orElseGet(Check.Stopped::new));
                    guide.changed();
                    refresh();
                },
                failure -> {
                    check.set(new Check.None());
                    failed(failure);
                });
        if (job.running().get()) {
            check.set(new Check.Running(job));
        }
    }

    /** Saves the checkpoint, for another medium. */
    void saveCheckpoint() {
        checkpoint
                .get()
                .ifPresent(now -> needs.files()
                        .save(texts.get("checkpoint.title"), "checkpoint-" + now.sequence() + ".txt")
                        .ifPresent(file -> tasks.look(
                                progress -> {
                                    OutputFile.require(file);
                                    byte[] text = (now.text() + "\n").getBytes(StandardCharsets.US_ASCII);
                                    new FilePublisher()
                                            .publish(file, text, FilePublisher.Existing.REPLACE, content -> {});
                                    return file;
                                },
                                saved -> guide.tell(Notice.done(texts.get("checkpoint.saved"), saved.toString())),
                                this::failed)));
    }

    private void failed(Problem failure) {
        problem.set(Optional.of(failure));
    }
}
