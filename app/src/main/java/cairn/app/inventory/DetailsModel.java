package cairn.app.inventory;

import cairn.app.fx.dialog.FilePicker;
import cairn.app.fx.screen.Address;
import cairn.app.fx.screen.Guide;
import cairn.app.fx.screen.Notice;
import cairn.app.fx.screen.ViewModel;
import cairn.app.fx.task.Tasks;
import cairn.app.fx.text.Texts;
import cairn.app.problem.Problem;
import cairn.app.session.Assignment;
import cairn.app.session.Export;
import cairn.app.session.ExportForm;
import cairn.app.session.FileTarget;
import cairn.app.session.NamedCertificates;
import cairn.app.session.Session;
import cairn.ca.inventory.CertificateSummary;
import cairn.ca.x509.Certificate;
import cairn.ca.x509.Fingerprint;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The certificates that are selected: facts of one, who answers for it, and what can be done with it or with all. */
final class DetailsModel extends ViewModel {
    private final Session session;
    private final Tasks tasks;
    private final Guide guide;
    private final Texts texts;
    private final InstantSource clock;
    private final FilePicker files;
    private final ReadOnlyObjectWrapper<List<CertificateSummary>> chosen = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<Shown>> shown = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());

    DetailsModel(Session session, Tasks tasks, Guide guide, Texts texts, InstantSource clock, FilePicker files) {
        this.session = session;
        this.tasks = tasks;
        this.guide = guide;
        this.texts = texts;
        this.clock = clock;
        this.files = files;
    }

    /**
     * A certificate with what its row does not say.
     *
     * @param chain the subjects above it, up to the root
     */
    record Shown(CertificateSummary row, Fingerprint fingerprint, List<String> chain) {
        Shown {
            chain = List.copyOf(chain);
        }
    }

    /** What may be done to certificates that are selected. */
    enum Decision {
        REVOKE(""),
        HOLD("hold "),
        RELEASE("release ");

        private final String word;

        Decision(String word) {
            this.word = word;
        }
    }

    ReadOnlyObjectProperty<List<CertificateSummary>> chosen() {
        return chosen.getReadOnlyProperty();
    }

    /** The one that is selected; empty while it is read, and where none or several are. */
    ReadOnlyObjectProperty<Optional<Shown>> shown() {
        return shown.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Problem>> problem() {
        return problem.getReadOnlyProperty();
    }

    void choose(List<CertificateSummary> rows) {
        if (rows.equals(chosen.get())) {
            return;
        }
        chosen.set(List.copyOf(rows));
        problem.set(Optional.empty());
        if (rows.size() != 1) {
            shown.set(Optional.empty());
            return;
        }
        CertificateSummary row = rows.getFirst();
        tasks.look(progress -> shown(row), this::arrived, this::failed);
    }

    private Shown shown(CertificateSummary row) throws Exception {
        List<Certificate> chain = new Export(
                        session, ExportForm.chain, new FileTarget(Path.of(""), false), clock.instant())
                .chain(row.issuer(), Optional.of(row.serialNumber()));
        return new Shown(
                row,
                chain.getFirst().fingerprint(),
                chain.stream().skip(1).map(each -> each.subject().toString()).toList());
    }

    /** The newest choice wins. */
    private void arrived(Shown read) {
        if (chosen.get().equals(List.of(read.row()))) {
            shown.set(Optional.of(read));
        }
    }

    /** Says who answers for the one that is selected, and its tags, which a person parts by commas. */
    void assign(String owner, String tags) {
        CertificateSummary row = chosen.get().getFirst();
        List<String> parted = Arrays.stream(tags.split(","))
                .map(String::strip)
                .filter(tag -> !tag.isEmpty())
                .toList();
        if (owner.strip().equals(row.owner()) && parted.equals(row.tags())) {
            return;
        }
        Assignment wanted = new Assignment(Optional.of(owner.strip()), Optional.of(parted));
        problem.set(Optional.empty());
        tasks.act(
                texts.get("assign.doing"),
                progress -> wanted.record(session, row.issuer(), List.of(row.serialNumber())),
                events -> {
                    guide.tell(Notice.done(texts.get("assign.done"), row.subject()));
                    guide.changed();
                    again(row);
                },
                this::failed);
    }

    /** Reads the row again after it was changed. */
    private void again(CertificateSummary row) {
        tasks.look(
                progress -> session.register().inventory().find(row.issuer(), row.serialNumber()),
                found -> {
                    if (chosen.get().equals(List.of(row))) {
                        choose(found.map(List::of).orElse(List.of()));
                    }
                },
                this::failed);
    }

    /** Writes the one that is selected, or its chain, to a file that the person chooses. */
    void export(ExportForm form) {
        CertificateSummary row = chosen.get().getFirst();
        String end = form == ExportForm.der ? ".der" : form == ExportForm.chain ? "-chain.pem" : ".pem";
        files.save(texts.get("export.title"), row.serialNumber().hex() + end)
                .ifPresent(file -> export(row, form, file));
    }

    private void export(CertificateSummary row, ExportForm form, Path file) {
        problem.set(Optional.empty());
        // Where a file of this name is, the dialog has asked whether it may go.
        Export export = new Export(session, form, new FileTarget(file, true), clock.instant());
        tasks.act(
                texts.get("export.doing"),
                progress -> export.certificates(row.issuer(), Optional.of(row.serialNumber())),
                written -> {
                    String words = String.join("\n", written.warnings());
                    guide.tell(Notice.done(texts.get("export.done", file.getFileName()), words));
                    guide.changed();
                },
                this::failed);
    }

    void inspect() {
        CertificateSummary row = chosen.get().getFirst();
        guide.go(new Address("inspect", "certificate:" + name(row)));
    }

    /** Goes to where it is decided, with those that are selected. */
    void decide(Decision decision) {
        String names = chosen.get().stream().map(DetailsModel::name).collect(Collectors.joining(","));
        guide.go(new Address("revoke", decision.word + names));
    }

    private static String name(CertificateSummary row) {
        return new NamedCertificates.Named(row.issuer(), row.serialNumber()).text();
    }

    private void failed(Problem failure) {
        problem.set(Optional.of(failure));
    }
}
