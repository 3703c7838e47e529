package cairn.app.crls;

import cairn.app.fx.form.Field;
import cairn.app.fx.screen.Notice;
import cairn.app.fx.screen.ScreenState;
import cairn.app.fx.screen.ViewModel;
import cairn.app.fx.task.Job;
import cairn.app.fx.task.Work;
import cairn.app.fx.text.Texts;
import cairn.app.problem.Problem;
import cairn.app.session.Export;
import cairn.app.session.ExportForm;
import cairn.app.session.FileTarget;
import cairn.app.session.ListBook;
import cairn.app.session.ListContent;
import cairn.app.session.ListSigning;
import cairn.ca.crl.CrlRecord;
import cairn.ca.crl.ListDifference;
import cairn.ca.x509.CertificateListOutline;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The lists of the authorities: how they stand, signing the next one, looking at one, comparing two. */
final class CrlsModel extends ViewModel {
    /** So many entries are shown; who wants another looks for it. */
    static final int MOST_ENTRIES = 5_000;

    private static final String USUAL_DAYS = "30";
    private static final double HOURS_A_DAY = 24;

    private final Crls.Tools tools;
    private final Texts texts;
    private final InstantSource clock;
    private final ReadOnlyObjectWrapper<Optional<List<ListBook>>> books = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<ListBook>> book = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<ScreenState<ListSigning.Signed>> signing =
            new ReadOnlyObjectWrapper<>(new ScreenState.Editing<>());
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Task> task = new ReadOnlyObjectWrapper<>(new Task.Standing());
    private String selected = "";

    final Field days;

    CrlsModel(Crls.Tools tools, Texts texts, InstantSource clock) {
        this.tools = tools;
        this.texts = texts;
        this.clock = clock;
        days = new Field(USUAL_DAYS, value -> value.strip().matches("[1-9][0-9]{0,4}") ? "" : texts.get("fault.days"));
    }

    /** What the person does on this screen. */
    sealed interface Task {
        /** Looks at how an authority's lists stand. */
        record Standing() implements Task {}

        /** Looks at the entries of one. */
        record Reading(String title, CertificateListOutline list, String wanted, ListContent.Entries entries)
                implements Task {}

        /** Looks at what two say differently. */
        record Comparing(String first, String second, ListDifference difference) implements Task {}
    }

    /** The lists of every authority. */
    ReadOnlyObjectProperty<Optional<List<ListBook>>> books() {
        return books.getReadOnlyProperty();
    }

    /** The lists of the authority that is looked at. */
    ReadOnlyObjectProperty<Optional<ListBook>> book() {
        return book.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<ScreenState<ListSigning.Signed>> signing() {
        return signing.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Problem>> problem() {
        return problem.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Task> task() {
        return task.getReadOnlyProperty();
    }

    Instant now() {
        return clock.instant();
    }

    String selected() {
        return selected;
    }

    void refresh() {
        tools.tasks()
                .look(
                        progress -> ListBook.all(tools.session()),
                        read -> {
                            books.set(Optional.of(read));
                            boolean known = read.stream().anyMatch(this::isSelected);
                            if (!known) {
                                selected = read.stream()
                                        .findFirst()
                                        .map(first -> first.authority().name().text())
                                        .orElse("");
                            }
                            book.set(read.stream().filter(this::isSelected).findFirst());
                        },
                        this::failed);
    }

    private boolean isSelected(ListBook each) {
        return each.authority().name().text().equals(selected);
    }

    private void failed(Problem failure) {
        problem.set(Optional.of(failure));
    }

    /** Looks at the lists of this authority. */
    void select(String name) {
        if (selected.equals(name) || signing.get() instanceof ScreenState.Running) {
            return;
        }
        selected = name;
        problem.set(Optional.empty());
        signing.set(new ScreenState.Editing<>());
        task.set(new Task.Standing());
        book.set(
                books.get().flatMap(all -> all.stream().filter(this::isSelected).findFirst()));
    }

    /** Back to how the lists stand. */
    void back() {
        problem.set(Optional.empty());
        task.set(new Task.Standing());
    }

    /** How much of the newest list's time is left, from 0 to 1. */
    double left(CrlRecord list) {
        long whole = Duration.between(list.thisUpdate(), list.nextUpdate()).toSeconds();
        long rest = Duration.between(clock.instant(), list.nextUpdate()).toSeconds();
        return whole <= 0 ? 0 : Math.clamp((double) rest / whole, 0, 1);
    }

    /** The same in words. */
    String leftWords(CrlRecord list) {
        Duration rest = Duration.between(clock.instant(), list.nextUpdate());
        if (rest.isNegative() || rest.isZero()) {
            return texts.get("left.over", rest.negated().toDays());
        }
        return rest.toDays() > 0
                ? texts.get("left.days", Math.round(rest.toHours() / HOURS_A_DAY))
                : texts.get("left.hours", Math.max(1, rest.toHours()));
    }

    /** Signs the next list. */
    void sign() {
        Optional<ListBook> of = book.get();
        if (!days.check() || of.isEmpty()) {
            return;
        }
        problem.set(Optional.empty());
        ListSigning order =
                new ListSigning(of.get().authority().name(), Duration.ofDays(Integer.parseInt(days.text())));
        Job job = tools.tasks()
                .act(
                        texts.get("signing", order.authority()),
                        progress -> order.run(tools.session(), tools.pins(), clock.instant(), progress),
                        signed -> {
                            signing.set(new ScreenState.Done<>(signed));
                            tools.guide()
                                    .tell(Notice.done(
                                            texts.get(
                                                    "signed",
                                                    signed.issued().number().toString(),
                                                    order.authority()),
                                            ""));
                            changed();
                        },
                        failure -> {
                            signing.set(new ScreenState.Failed<>(failure));
                            changed();
                        });
        if (job.running().get()) {
            signing.set(new ScreenState.Running<>(job));
        }
    }

    /** Asks the signing to end; it does until the list has a number. */
    void cancel() {
        if (signing.get() instanceof ScreenState.Running<ListSigning.Signed>(Job job)) {
            job.cancel();
        }
    }

    private void changed() {
        tools.guide().changed();
        refresh();
    }

    /** Writes a list to a file: DER, or PEM where its name ends so; in the place of an older list, but of nothing else. */
    void export(CrlRecord list, boolean pem) {
        problem.set(Optional.empty());
        tools.files()
                .save(texts.get("export.title"), list.issuer() + (pem ? "-crl.pem" : ".crl"))
                .ifPresent(file -> tools.tasks()
                        .act(
                                texts.get("exporting", list.issuer()),
                                progress -> {
                                    ListSigning.requireReplaceable(file);
                                    return new Export(
                                                    tools.session(),
                                                    pem ? ExportForm.crl_pem : ExportForm.crl,
                                                    new FileTarget(file, true),
                                                    clock.instant())
                                            .list(list);
                                },
                                written -> tools.guide()
                                        .tell(Notice.done(
                                                texts.get("exported", file.getFileName()),
                                                String.join("\n", written.warnings()))),
                                this::failed));
    }

    /** Looks at the entries of a list. */
    void read(CrlRecord list) {
        open(
                texts.get("reading", list.issuer(), list.number().toString()),
                progress -> ListContent.of(tools.session(), list));
    }

    private void open(String title, Work<CertificateListOutline> work) {
        problem.set(Optional.empty());
        tools.tasks()
                .look(
                        progress -> {
                            CertificateListOutline list = work.run(progress);
                            return new Task.Reading(title, list, "", ListContent.entries(list, "", MOST_ENTRIES));
                        },
                        task::set,
                        this::failed);
    }

    /** Looks for entries by serial number or reason. */
    void find(String wanted) {
        if (task.get() instanceof Task.Reading reading && !reading.wanted().equals(wanted)) {
            tools.tasks()
                    .look(
                            progress -> new Task.Reading(
                                    reading.title(),
                                    reading.list(),
                                    wanted,
                                    ListContent.entries(reading.list(), wanted, MOST_ENTRIES)),
                            task::set,
                            this::failed);
        }
    }

    /** Compares two lists of an authority, the older first. */
    void compare(CrlRecord one, CrlRecord other) {
        boolean inOrder = one.number().compareTo(other.number()) < 0;
        CrlRecord first = inOrder ? one : other;
        CrlRecord second = inOrder ? other : one;
        compare(
                title(first),
                title(second),
                progress -> ListDifference.between(
                        ListContent.of(tools.session(), first), ListContent.of(tools.session(), second)));
    }

    private String title(CrlRecord list) {
        return texts.get("reading", list.issuer(), list.number().toString());
    }

    /** Compares a list that lies in a file with one of the authority. */
    void compareFile(CrlRecord second) {
        tools.files().open(texts.get("compare.file")).stream()
                .findFirst()
                .ifPresent(file -> compare(
                        file.getFileName().toString(),
                        title(second),
                        progress -> ListDifference.between(
                                ListContent.file(file), ListContent.of(tools.session(), second))));
    }

    private void compare(String first, String second, Work<ListDifference> work) {
        problem.set(Optional.empty());
        tools.tasks().look(work, found -> task.set(new Task.Comparing(first, second, found)), this::failed);
    }
}
