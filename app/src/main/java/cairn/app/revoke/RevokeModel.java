package cairn.app.revoke;

import cairn.app.fx.form.Field;
import cairn.app.fx.screen.Address;
import cairn.app.fx.screen.Guide;
import cairn.app.fx.screen.Notice;
import cairn.app.fx.screen.ScreenState;
import cairn.app.fx.screen.ViewModel;
import cairn.app.fx.task.Job;
import cairn.app.fx.task.Tasks;
import cairn.app.fx.text.Texts;
import cairn.app.problem.Problem;
import cairn.app.session.BlastRadius;
import cairn.app.session.NamedCertificates;
import cairn.app.session.Session;
import cairn.ca.audit.AuthorityName;
import cairn.ca.revocation.RevocationReason;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/** Decides about certificates: named, looked at, confirmed, recorded. Nothing is recorded before it was confirmed. */
final class RevokeModel extends ViewModel {
    private final Session session;
    private final Tasks tasks;
    private final Guide guide;
    private final Texts texts;
    private final Field certificates;
    private final Field invalidSince;
    private final ObjectProperty<Decision.Kind> kind = new SimpleObjectProperty<>(Decision.Kind.REVOKE);
    private final ObjectProperty<RevocationReason> reason = new SimpleObjectProperty<>(RevocationReason.UNSPECIFIED);
    private final BooleanProperty keepKey = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<ScreenState<Plan>> state =
            new ReadOnlyObjectWrapper<>(new ScreenState.Editing<>());

    RevokeModel(Session session, Tasks tasks, Guide guide, Texts texts) {
        this.session = session;
        this.tasks = tasks;
        this.guide = guide;
        this.texts = texts;
        this.certificates = new Field("", text -> text.isBlank() ? texts.get("certificates.missing") : "");
        this.invalidSince = new Field("", text -> isTime(text) ? "" : texts.get("invalid.wrong"));
    }

    /** Serial numbers, files or PEM. */
    Field certificates() {
        return certificates;
    }

    /** A day or a moment; may be empty. */
    Field invalidSince() {
        return invalidSince;
    }

    ObjectProperty<Decision.Kind> kind() {
        return kind;
    }

    ObjectProperty<RevocationReason> reason() {
        return reason;
    }

    BooleanProperty keepKey() {
        return keepKey;
    }

    ReadOnlyObjectProperty<ScreenState<Plan>> state() {
        return state.getReadOnlyProperty();
    }

    /** What an address names: {@code ISSUER:SERIAL} with commas, and before it {@code hold} or {@code release}. */
    void show(String detail) {
        if (!state.get().isOpen()) {
            return;
        }
        Decision.Kind wanted = detail.startsWith("hold ")
                ? Decision.Kind.HOLD
                : detail.startsWith("release ") ? Decision.Kind.RELEASE : Decision.Kind.REVOKE;
        String names = detail.substring(detail.lastIndexOf(' ') + 1);
        again();
        kind.set(wanted);
        certificates.value().set(names.replace(",", "\n"));
    }

    /** Adds the certificates of files that were dropped, pasted or opened. */
    void add(List<Path> files) {
        tasks.look(
                progress -> {
                    List<String> names = new ArrayList<>();
                    for (Path file : files) {
                        new NamedCertificates(session)
                                .inFile(file).stream()
                                        .map(NamedCertificates.Named::text)
                                        .forEach(names::add);
                    }
                    return names;
                },
                names -> {
                    String before = certificates.text();
                    certificates.value().set((before.isEmpty() ? "" : before + "\n") + String.join("\n", names));
                    state.set(new ScreenState.Editing<>());
                },
                this::failed);
    }

    /** Looks at what would stop working. */
    void check() {
        if (!state.get().isOpen() || !Field.checkAll(certificates, invalidSince)) {
            return;
        }
        String text = certificates.value().get();
        boolean forGood = kind.get() == Decision.Kind.REVOKE;
        Decision decision = new Decision(
                kind.get(),
                reason.get(),
                forGood ? time(invalidSince.text()) : Optional.empty(),
                keepKey.get() && reason.get().isCompromise());
        state.set(new ScreenState.Checking<>());
        tasks.look(
                progress -> {
                    List<NamedCertificates.Named> named = new NamedCertificates(session).inText(text);
                    return new Plan(decision, BlastRadius.of(session, decision.orders(named)), List.of());
                },
                plan -> state.set(new ScreenState.Confirming<>(plan)),
                this::failed);
    }

    /** Records what was confirmed. */
    void confirm() {
        if (!(state.get() instanceof ScreenState.Confirming<Plan>(Plan plan))
                || plan.radius().falling().isEmpty()) {
            return;
        }
        Job job = tasks.act(
                texts.choice("doing", plan.decision().kind()),
                progress -> plan.with(session.services().revocation().decideAll(plan.orders())),
                this::done,
                this::failed);
        if (job.running().get()) {
            state.set(new ScreenState.Running<>(job));
        }
    }

    private void done(Plan plan) {
        state.set(new ScreenState.Done<>(plan));
        guide.changed();
        for (AuthorityName issuer : plan.issuers()) {
            guide.tell(Notice.warning(
                    texts.get("behind", issuer.text()), texts.get("behind.words"), new Address("crls", issuer.text())));
        }
    }

    /** Back to what was filled in; nothing was recorded. */
    void back() {
        state.set(new ScreenState.Editing<>());
    }

    /** Begins anew. */
    void again() {
        certificates.value().set("");
        invalidSince.value().set("");
        reason.set(RevocationReason.UNSPECIFIED);
        keepKey.set(false);
        kind.set(Decision.Kind.REVOKE);
        back();
    }

    /** Goes to where the next list is signed. */
    void lists(AuthorityName issuer) {
        guide.go(new Address("crls", issuer.text()));
    }

    private void failed(Problem problem) {
        state.set(new ScreenState.Failed<>(problem));
    }

    private static boolean isTime(String text) {
        try {
            time(text.strip());
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    /** A day begins at midnight UTC, as all times of a certificate are in UTC. */
    private static Optional<Instant> time(String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                text.contains("T")
                        ? Instant.parse(text)
                        : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant());
    }
}
