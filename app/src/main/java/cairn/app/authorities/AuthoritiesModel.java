package cairn.app.authorities;

import cairn.app.fx.form.Field;
import cairn.app.fx.screen.Address;
import cairn.app.fx.screen.Notice;
import cairn.app.fx.screen.ViewModel;
import cairn.app.fx.task.Work;
import cairn.app.fx.text.Texts;
import cairn.app.problem.Problem;
import cairn.app.session.AuthorityDetails;
import cairn.app.session.Export;
import cairn.app.session.ExportForm;
import cairn.app.session.FileTarget;
import cairn.app.session.Hierarchy;
import cairn.app.session.OutsideRequest;
import cairn.ca.audit.AuthorityName;
import cairn.ca.authority.Authority;
import cairn.ca.signing.KeyAttributes;
import cairn.ca.x509.Certificate;
import cairn.ca.x509.DistinguishedName;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

/** The hierarchy, the authority that is looked at, and what can be done with it. */
final class AuthoritiesModel extends ViewModel {
    private final Authorities.Tools tools;
    private final Texts texts;
    private final InstantSource clock;
    private final ReadOnlyObjectWrapper<Optional<Hierarchy>> hierarchy = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<AuthorityDetails>> details =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<KeyAttributes>> attributes =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<AuthorityTask> task = new ReadOnlyObjectWrapper<>(new AuthorityTask.Looking());
    private String selected = "";

    AuthoritiesModel(Authorities.Tools tools, Texts texts, InstantSource clock) {
        this.tools = tools;
        this.texts = texts;
        this.clock = clock;
    }

    ReadOnlyObjectProperty<Optional<Hierarchy>> hierarchy() {
        return hierarchy.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<AuthorityDetails>> details() {
        return details.getReadOnlyProperty();
    }

    /** What is known of the selected authority's key: from the journal, or from the token once it was asked. */
    ReadOnlyObjectProperty<Optional<KeyAttributes>> attributes() {
        return attributes.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Problem>> problem() {
        return problem.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<AuthorityTask> task() {
        return task.getReadOnlyProperty();
    }

    /** The name of the authority that is looked at; empty for none. */
    String selected() {
        return selected;
    }

    Instant now() {
        return clock.instant();
    }

    void refresh() {
        tools.tasks()
                .look(
                        progress -> Hierarchy.of(tools.session(), clock.instant()),
                        read -> {
                            hierarchy.set(Optional.of(read));
                            select(
                                    read.find(selected).isPresent()
                                            ? selected
                                            : read.members().stream()
                                                    .findFirst()
                                                    .map(member -> member.name().text())
                                                    .orElse(""));
                        },
                        this::failed);
    }

    private void failed(Problem failure) {
        problem.set(Optional.of(failure));
    }

    /** A person goes to the authority of this name; what is being made at this moment is not left. */
    void visit(String name) {
        boolean busy = task.get() instanceof AuthorityTask.Creating(CreationModel model)
                && !model.state().get().isOpen();
        if (!busy) {
            task.set(new AuthorityTask.Looking());
        }
        select(name);
    }

    /** Looks at the authority of this name. */
    void select(String name) {
        boolean other = !selected.equals(name);
        selected = name;
        Optional<Hierarchy.Member> member = hierarchy.get().flatMap(read -> read.find(name));
        if (member.isEmpty()) {
            details.set(Optional.empty());
            return;
        }
        if (other) {
            attributes.set(Optional.empty());
            problem.set(Optional.empty());
        }
        tools.tasks()
                .look(
                        progress -> AuthorityDetails.of(tools.session(), member.get()),
                        read -> whileSelected(name, () -> details.set(Optional.of(read))),
                        this::failed);
        if (attributes.get().isEmpty()) {
            tools.tasks()
                    .look(
                            progress -> AuthorityDetails.proven(
                                    tools.session(), member.get().authority().key()),
                            read -> whileSelected(name, () -> attributes.set(read)),
                            this::failed);
        }
    }

    /** What was read of one authority is no use once another is looked at. */
    private void whileSelected(String name, Runnable step) {
        if (selected.equals(name)) {
            step.run();
        }
    }

    /** Asks the token what it says of the key now. */
    void askToken(Authority authority) {
        tools.tasks()
                .act(
                        texts.get("asking", authority.name()),
                        progress -> AuthorityDetails.ask(tools.session(), authority, tools.pins()),
                        read -> whileSelected(authority.name().text(), () -> attributes.set(Optional.of(read))),
                        this::failed);
    }

    /** Back to the details. */
    void look() {
        problem.set(Optional.empty());
        task.set(new AuthorityTask.Looking());
        refresh();
    }

    /** Looks at one that was just made. */
    void look(AuthorityName name) {
        selected = name.text();
        attributes.set(Optional.empty());
        look();
    }

    void create(NewKind kind, Optional<AuthorityName> parent) {
        start(new CreationModel(tools, texts, kind, parent));
    }

    private void start(CreationModel model) {
        problem.set(Optional.empty());
        task.set(new AuthorityTask.Creating(model));
        model.open();
    }

    /** A new key under the old name: another authority with the same subject, below the same parent. */
    void rekey(Authority old, DistinguishedName subject) {
        NewKind kind = old.parent().isPresent()
                ? NewKind.INTERMEDIATE
                : old.outsideChain().isEmpty() ? NewKind.ROOT : NewKind.REQUEST;
        CreationModel model = new CreationModel(tools, texts, kind, old.parent());
        model.input.name.value().set(nextName(old.name().text()));
        model.input.keepSubject(subject);
        start(model);
    }

    /** The name with the next number behind it that is free: {@code root-2} after {@code root}. */
    private String nextName(String name) {
        String stem = name.replaceFirst("-[0-9]+$", "");
        int number = 2;
        while (isTaken(stem + "-" + number)) {
            number++;
        }
        return stem + "-" + number;
    }

    private boolean isTaken(String name) {
        return hierarchy.get().flatMap(all -> all.find(name)).isPresent();
    }

    void accept(AuthorityName name) {
        task.set(new AuthorityTask.Accepting(
                name,
                new AuthorityTask.AcceptFiles(
                        new SimpleObjectProperty<>(Optional.empty()), new SimpleObjectProperty<>(Optional.empty()))));
    }

    void pick(SimpleObjectProperty<Optional<Path>> target, String title) {
        tools.files().open(title).stream().findFirst().ifPresent(file -> target.set(Optional.of(file)));
    }

    /** Checks the certificate that came back and brings the authority into service. */
    void takeIn(AuthorityTask.Accepting accepting) {
        Optional<Path> certificate = accepting.files().certificate().get();
        Optional<Path> chain = accepting.files().chain().get();
        if (certificate.isEmpty() || chain.isEmpty()) {
            return;
        }
        change(
                texts.get("accepting", accepting.name()),
                progress -> OutsideRequest.accept(tools.session(), accepting.name(), certificate.get(), chain.get()),
                texts.get("accepted", accepting.name()));
    }

    void retire(AuthorityName name) {
        task.set(new AuthorityTask.Retiring(
                name, new Field("", value -> value.isBlank() ? texts.get("fault.needed") : "")));
    }

    /** Takes it out of service, for good. */
    void takeOut(AuthorityTask.Retiring retiring) {
        if (!retiring.why().check()) {
            return;
        }
        change(
                texts.get("retiring", retiring.name()),
                progress -> tools.session()
                        .services()
                        .authorities()
                        .retire(retiring.name(), retiring.why().text()),
                texts.get("retired", retiring.name()));
    }

    private void change(String title, Work<Authority> work, String done) {
        problem.set(Optional.empty());
        tools.tasks()
                .act(
                        title,
                        work,
                        changed -> {
                            tools.guide().tell(Notice.done(done, ""));
                            tools.guide().changed();
                            look();
                        },
                        this::failed);
    }

    void export(AuthorityName name) {
        task.set(new AuthorityTask.Exporting(name));
    }

    /** Writes the certificates of an authority; {@code password} is for a trust store and is wiped. */
    void write(AuthorityName name, ExportForm form, char[] password) {
        problem.set(Optional.empty());
        Optional<Path> file = tools.files().save(texts.get("export.title", name), name + suffix(form));
        if (file.isEmpty()) {
            Arrays.fill(password, '\0');
            return;
        }
        tools.tasks()
                .act(
                        texts.get("exporting", name),
                        progress -> {
                            try {
                                return new Export(
                                                tools.session(),
                                                form,
                                                new FileTarget(file.get(), false),
                                                clock.instant())
                                        .certificates(name, Optional.empty(), Export.trustStore(password));
                            } finally {
                                Arrays.fill(password, '\0');
                            }
                        },
                        written -> {
                            tools.guide()
                                    .tell(Notice.done(
                                            texts.get("exported", file.get().getFileName()),
                                            String.join("\n", written.warnings())));
                            look();
                        },
                        this::failed);
    }

    private static String suffix(ExportForm form) {
        return switch (form) {
            case pem -> ".pem";
            case der -> ".cer";
            case chain -> "-chain.pem";
            case p7b -> ".p7b";
            case p7b_pem -> "-p7b.pem";
            case p12, p12_legacy -> ".p12";
            case jks -> ".jks";
            case bcfks -> ".bcfks";
            case crl -> ".crl";
            case crl_pem -> "-crl.pem";
        };
    }

    /** Writes the request that is out once more. */
    void writeRequest(AuthorityName name) {
        tools.files()
                .save(texts.get("request.file"), name + ".csr")
                .ifPresent(file -> tools.tasks()
                        .act(
                                texts.get("exporting", name),
                                progress -> {
                                    OutsideRequest.again(tools.session(), name, file);
                                    return file;
                                },
                                written -> tools.guide()
                                        .tell(Notice.done(texts.get("exported", written.getFileName()), "")),
                                this::failed));
    }

    void go(Address where) {
        tools.guide().go(where);
    }

    /** Where its certificate is looked at in full. */
    static Address inspection(Authority authority, Certificate certificate) {
        return new Address(
                "inspect",
                "certificate:" + authority.parent().orElse(authority.name()) + ":"
                        + certificate.serialNumber().hex());
    }

    @Override
    public void close() {
        if (task.get() instanceof AuthorityTask.Creating(CreationModel model)) {
            model.close();
        }
        super.close();
    }
}
