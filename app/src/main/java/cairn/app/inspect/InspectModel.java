package cairn.app.inspect;

import cairn.app.fx.screen.Guide;
import cairn.app.fx.screen.Notice;
import cairn.app.fx.screen.ViewModel;
import cairn.app.fx.task.Tasks;
import cairn.app.fx.task.Work;
import cairn.app.fx.text.Texts;
import cairn.app.problem.Problem;
import cairn.app.session.Export;
import cairn.app.session.ExportForm;
import cairn.app.session.FileTarget;
import cairn.app.session.Inspected;
import cairn.app.session.Session;
import cairn.ca.audit.AuthorityName;
import cairn.ca.x509.SerialNumber;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** One file that is looked at, or two beside each other. */
final class InspectModel extends ViewModel {
    private final Session session;
    private final Tasks tasks;
    private final Guide guide;
    private final Texts texts;
    private final InstantSource clock;
    private final SimpleStringProperty search = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Shown> shown = new ReadOnlyObjectWrapper<>(new Shown.Nothing());
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private int asked;

    InspectModel(Session session, Tasks tasks, Guide guide, Texts texts, InstantSource clock) {
        this.session = session;
        this.tasks = tasks;
        this.guide = guide;
        this.texts = texts;
        this.clock = clock;
    }

    /** What there is to see. */
    sealed interface Shown {
        /** Nothing yet. */
        record Nothing() implements Shown {}

        /**
         * One file or certificate.
         *
         * @param file where it lies; empty for a certificate of the register
         */
        record One(Inspected what, Optional<Path> file) implements Shown {}

        /** Two beside each other, line by line. */
        record Two(Inspected left, Inspected right, List<Difference> lines) implements Shown {
            public Two {
                lines = List.copyOf(lines);
            }
        }
    }

    ReadOnlyObjectProperty<Shown> shown() {
        return shown.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Problem>> problem() {
        return problem.getReadOnlyProperty();
    }

    /** What is searched for in the structure. */
    StringProperty search() {
        return search;
    }

    /** Opens what an address names: files, a file, or a certificate of the register; empty leaves all as it is. */
    void open(String detail) {
        if (detail.startsWith(Inspect.CERTIFICATE)) {
            certificate(detail.substring(Inspect.CERTIFICATE.length()));
        } else if (detail.startsWith(Inspect.FILES)) {
            open(detail.substring(Inspect.FILES.length()).lines().map(Path::of).toList());
        } else if (!detail.isEmpty()) {
            open(List.of(Path.of(detail)));
        }
    }

    /** Looks at one file, or holds the first two against each other. */
    void open(List<Path> files) {
        if (files.size() > 1) {
            two(progress -> look(files.get(0)), files.get(1));
        } else {
            files.forEach(file -> one(progress -> look(file), Optional.of(file)));
        }
    }

    private void certificate(String name) {
        int colon = name.lastIndexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException("a certificate is named by its issuer and serial number: " + name);
        }
        AuthorityName issuer = new AuthorityName(name.substring(0, colon));
        SerialNumber serial = SerialNumber.ofHex(name.substring(colon + 1));
        one(progress -> Inspected.of(session, issuer, serial, clock), Optional.empty());
    }

    /** Opens the sealed store that is shown; the password is overwritten. */
    void unlock(char[] password) {
        if (shown.get() instanceof Shown.One one && one.file().isPresent()) {
            Path file = one.file().get();
            one(
                    progress -> {
                        try {
                            return Inspected.of(session, file, password, clock);
                        } finally {
                            Arrays.fill(password, '\0');
                        }
                    },
                    one.file());
        }
    }

    /** Holds another file against the one that is shown. */
    void compare(Path other) {
        switch (shown.get()) {
            case Shown.Nothing nothing -> open(List.of(other));
            case Shown.One one -> two(progress -> one.what(), other);
            case Shown.Two two -> two(progress -> two.left(), other);
        }
    }

    private Inspected look(Path file) throws Exception {
        return Inspected.of(session, file, null, clock);
    }

    private void one(Work<Inspected> work, Optional<Path> file) {
        int question = ++asked;
        tasks.look(work, what -> answer(question, new Shown.One(what, file)), failure -> failed(question, failure));
    }

    private void two(Work<Inspected> left, Path right) {
        int question = ++asked;
        tasks.look(
                progress -> {
                    Inspected first = left.run(progress);
                    Inspected second = look(right);
                    return new Shown.Two(first, second, Difference.between(first, second));
                },
                two -> answer(question, two),
                failure -> failed(question, failure));
    }

    private void answer(int question, Shown answer) {
        if (question == asked && !isClosed()) {
            problem.set(Optional.empty());
            shown.set(answer);
        }
    }

    private void failed(int question, Problem failure) {
        if (question == asked) {
            problem.set(Optional.of(failure));
        }
    }

    /** Writes the first certificate that is shown into a file: DER for .der, .cer and .crt, else PEM. */
    void export(Inspected what, Path target) {
        FileTarget file = new FileTarget(target, false);
        ExportForm form = ExportForm.ofName(target) == ExportForm.der ? ExportForm.der : ExportForm.pem;
        tasks.act(
                texts.get("exporting", target.getFileName()),
                progress -> {
                    file.require();
                    new Export(session, form, file, clock.instant())
                            .certificates(
                                    what.certificates(),
                                    "certificate "
                                            + what.certificates()
                                                    .getFirst()
                                                    .serialNumber()
                                                    .hex() + " that was inspected");
                    return target;
                },
                written -> guide.tell(Notice.done(texts.get("exported"), written.toString())),
                failure -> problem.set(Optional.of(failure)));
    }
}
