package cairn.app.issue;

import cairn.app.fx.screen.Address;
import cairn.app.fx.screen.Notice;
import cairn.app.fx.screen.ScreenState;
import cairn.app.fx.screen.ViewModel;
import cairn.app.fx.task.Job;
import cairn.app.fx.text.Texts;
import cairn.app.problem.Problem;
import cairn.app.session.IssueRun;
import cairn.app.session.LookedAtRequest;
import cairn.ca.x509.Verdict;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ObservableList;

/** Requests, the authority and the profile that shall make certificates of them, and what came of it. */
final class IssueModel extends ViewModel {
    private final IssueTools tools;
    private final Texts texts;
    private final RequestList requests;
    private final Offer offer;
    private final Foresight foresight;
    private final SimpleObjectProperty<Optional<LookedAtRequest>> selected =
            new SimpleObjectProperty<>(Optional.empty());
    private final SimpleObjectProperty<Optional<Path>> folder = new SimpleObjectProperty<>(Optional.empty());
    private final ReadOnlyObjectWrapper<ScreenState<Outcome>> state =
            new ReadOnlyObjectWrapper<>(new ScreenState.Editing<>());
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());

    IssueModel(IssueTools tools, Texts texts) {
        this.tools = tools;
        this.texts = texts;
        requests = new RequestList(tools, texts);
        offer = new Offer(tools, texts);
        foresight = new Foresight(tools, offer, selected);
        follow(offer.authority(), chosen -> foresight.refresh());
        follow(offer.terms(), terms -> foresight.refresh());
        follow(offer.edits(), count -> foresight.refresh());
        follow(selected, row -> foresight.refresh());
    }

    ObservableList<LookedAtRequest> requests() {
        return requests.rows();
    }

    Offer offer() {
        return offer;
    }

    Foresight foresight() {
        return foresight;
    }

    /** The request that is shown beside what becomes of it. */
    SimpleObjectProperty<Optional<LookedAtRequest>> selected() {
        return selected;
    }

    /** Where the certificates go; beside their requests if nowhere is named. */
    SimpleObjectProperty<Optional<Path>> folder() {
        return folder;
    }

    ReadOnlyObjectProperty<ScreenState<Outcome>> state() {
        return state.getReadOnlyProperty();
    }

    /** What went wrong with the requests that were brought. */
    ReadOnlyObjectProperty<Optional<Problem>> problem() {
        return problem.getReadOnlyProperty();
    }

    /** Reads what can be chosen anew. {@code authority} is chosen, if it is one. */
    void refresh(String authority) {
        offer.refresh(authority, this::failed);
    }

    /** Takes files, or folders of them: dropped, opened or handed over by the window. */
    void add(List<Path> files) {
        reopen();
        requests.add(files, this::selectFirst, this::failed);
    }

    /** Takes requests in PEM out of a text. */
    void paste(String text) {
        reopen();
        requests.paste(text, this::selectFirst, this::failed);
    }

    void remove(LookedAtRequest row) {
        requests.remove(row);
        selected.set(requests.rows().stream().findFirst());
    }

    void clear() {
        requests.clear();
        selected.set(Optional.empty());
        problem.set(Optional.empty());
    }

    /** Whether all is there that issuing needs. */
    BooleanBinding canIssue() {
        return Bindings.createBooleanBinding(
                () -> state.get().isOpen()
                        && !requests.acceptable().isEmpty()
                        && offer.authority().get().isPresent()
                        && offer.terms().get().isPresent()
                        && !(requests.hasPasted() && folder.get().isEmpty()),
                state,
                requests.rows(),
                offer.authority(),
                offer.terms(),
                folder);
    }

    /** Whether nothing can be issued because what was pasted lies in no folder. */
    BooleanBinding needsFolder() {
        return Bindings.createBooleanBinding(
                () -> requests.hasPasted() && folder.get().isEmpty(), requests.rows(), folder);
    }

    /** How many requests would become certificates, as far as the rules for requests say. */
    int acceptable() {
        return requests.acceptable().size();
    }

    int refused() {
        return (int) requests.rows().stream()
                .filter(row -> row.verdict() == Verdict.REJECT)
                .count();
    }

    /** Signs. There is no way back from a signature, and the screen says so beside the button. */
    void issue() {
        Optional<Terms> terms = offer.terms().get();
        if (terms.isEmpty() || !terms.get().check()) {
            return;
        }
        Order order = new Order(
                offer.authority().get().orElseThrow().name(),
                terms.get().profile().name(),
                terms.get().entries(),
                requests.rows().stream().toList(),
                requests.pasted(),
                folder.get());
        problem.set(Optional.empty());
        Job job = tools.tasks()
                .act(
                        texts.get("running", requests.rows().size()),
                        progress -> order.run(tools, progress),
                        this::done,
                        this::failed);
        // Work that is done at once has an end before it has a beginning.
        if (job.running().get()) {
            state.set(new ScreenState.Running<>(job));
        }
    }

    private void done(Outcome outcome) {
        state.set(new ScreenState.Done<>(outcome));
        tools.guide().changed();
        String headline = texts.get("done", outcome.written().size());
        if (outcome.failed().isEmpty() && outcome.end() == IssueRun.End.DONE) {
            tools.guide().tell(Notice.done(headline, texts.get("done.words")));
        } else {
            tools.guide()
                    .tell(Notice.warning(
                            headline, texts.get("done.some", outcome.failed().size()), Address.of("issue")));
        }
    }

    private void failed(Problem failure) {
        if (!state.get().isOpen()) {
            state.set(new ScreenState.Editing<>());
        }
        problem.set(Optional.of(failure));
    }

    /** Back to the requests; those that have their certificates now are gone from the list. */
    void reopen() {
        if (state.get() instanceof ScreenState.Done<Outcome>(var outcome)) {
            for (IssueRun.Line.Written written : outcome.written()) {
                requests.rows().stream()
                        .filter(row -> row.file().equals(written.request()))
                        .findFirst()
                        .ifPresent(requests::remove);
            }
            selected.set(requests.rows().stream().findFirst());
            state.set(new ScreenState.Editing<>());
        }
        problem.set(Optional.empty());
    }

    private void selectFirst() {
        if (selected.get().isEmpty()) {
            selected.set(requests.rows().stream().findFirst());
        }
    }

    /** Writes one of the certificates once more, alone or with its chain, in another form. */
    void export(IssueRun.Line.Written written, Outcome outcome, Path target) {
        tools.tasks()
                .act(
                        texts.get("exporting", target.getFileName()),
                        progress -> outcome.export(
                                tools.session(), written, target, tools.clock().instant()),
                        file -> tools.guide().tell(Notice.done(texts.get("exported"), file.toString())),
                        this::failed);
    }

    /** Shows a certificate where all of it can be read. */
    void inspect(IssueRun.Line.Written written, Outcome outcome) {
        tools.guide()
                .go(new Address(
                        "inspect",
                        "certificate:" + outcome.issuer() + ":"
                                + written.certificate().serialNumber().hex()));
    }

    /** Shows it among all the others. */
    void inventory(IssueRun.Line.Written written) {
        tools.guide()
                .go(new Address(
                        "inventory",
                        "serial:" + written.certificate().serialNumber().hex()));
    }
}
