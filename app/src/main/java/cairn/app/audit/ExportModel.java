package cairn.app.audit;

import cairn.app.fx.dialog.GivenUp;
import cairn.app.fx.form.Field;
import cairn.app.fx.screen.Guide;
import cairn.app.fx.screen.Notice;
import cairn.app.fx.task.Tasks;
import cairn.app.fx.text.Texts;
import cairn.app.problem.Problem;
import cairn.app.session.JournalExport;
import cairn.app.session.Session;
import cairn.ca.audit.AuthorityName;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Writing entries to a file that another computer can check. */
final class ExportModel {
    private final AuditPlace.Needs needs;
    private final Tasks tasks;
    private final Guide guide;
    private final Texts texts;
    private final Field first;
    private final Field last;
    private final ObservableList<AuthorityName> signers = FXCollections.observableArrayList();
    private final SimpleObjectProperty<Optional<AuthorityName>> signer = new SimpleObjectProperty<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<JournalExport.Result>> result =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private long offered;

    ExportModel(AuditPlace.Needs needs, Tasks tasks, Guide guide, Texts texts) {
        this.needs = needs;
        this.tasks = tasks;
        this.guide = guide;
        this.texts = texts;
        this.first = new Field("1", this::numberFault);
        this.last = new Field("", this::numberFault);
    }

    private String numberFault(String text) {
        return text.strip().matches("[1-9][0-9]{0,17}") ? "" : texts.get("export.fault");
    }

    Field first() {
        return first;
    }

    Field last() {
        return last;
    }

    /** The authorities that can sign. */
    ObservableList<AuthorityName> signers() {
        return signers;
    }

    SimpleObjectProperty<Optional<AuthorityName>> signer() {
        return signer;
    }

    ReadOnlyObjectProperty<Optional<JournalExport.Result>> result() {
        return result.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Problem>> problem() {
        return problem.getReadOnlyProperty();
    }

    /** The journal has so many entries now; a number that a person typed stays. */
    void offer(long entries) {
        if (last.text().isEmpty() || last.text().equals(String.valueOf(offered))) {
            last.value().set(String.valueOf(entries));
        }
        offered = entries;
        needs.session().ifPresent(session -> tasks.look(progress -> names(session), signers::setAll, this::failed));
    }

    private static List<AuthorityName> names(Session session) throws Exception {
        return session.register().authorities().all().stream()
                .filter(authority -> authority.certificate().isPresent())
                .map(authority -> authority.name())
                .toList();
    }

    void run() {
        if (!Field.checkAll(first, last) || needs.session().isEmpty()) {
            return;
        }
        Session session = needs.session().get();
        needs.files()
                .save(texts.get("export.title"), "journal-" + first.text() + "-" + last.text() + ".txt")
                .ifPresent(file -> {
                    problem.set(Optional.empty());
                    result.set(Optional.empty());
                    JournalExport.Order order = new JournalExport.Order(
                            file, false, Long.parseLong(first.text()), Long.parseLong(last.text()), signer.get());
                    tasks.act(
                            texts.get("act.export"),
                            progress -> new JournalExport(session, needs.clock()).run(order, needs.pins(), progress),
                            done -> {
                                result.set(done);
                                done.ifPresent(made -> guide.tell(Notice.done(
                                        texts.get("export.done"), made.file().toString())));
                                guide.changed();
                            },
                            this::failed);
                });
    }

    private void failed(Problem failure) {
        problem.set(Optional.of(failure).filter(why -> !GivenUp.is(why)));
    }
}
