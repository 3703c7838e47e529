package cairn.app.issue;

import cairn.app.problem.Problem;
import cairn.app.session.LookedAtRequest;
import cairn.app.session.OperatorEntries;
import cairn.ca.authority.Authority;
import cairn.ca.csr.CertificationRequest;
import cairn.ca.issuance.Preview;
import cairn.ca.issuance.PreviewOrder;
import cairn.ca.profile.Profile;
import cairn.ca.profile.RequestedContent;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;

/** What the selected request would become as things are set now. */
final class Foresight {
    private final IssueTools tools;
    private final Offer offer;
    private final ObservableValue<Optional<LookedAtRequest>> selected;
    private final ReadOnlyObjectWrapper<View> view = new ReadOnlyObjectWrapper<>(new View.Nothing());
    private int asked;

    Foresight(IssueTools tools, Offer offer, ObservableValue<Optional<LookedAtRequest>> selected) {
        this.tools = tools;
        this.offer = offer;
        this.selected = selected;
    }

    /** What there is to see. */
    sealed interface View {
        /** No request is selected. */
        record Nothing() implements View {}

        /** The request cannot become a certificate whatever is chosen. */
        record Refused(LookedAtRequest request) implements View {}

        /** An authority or a profile is still to be chosen. */
        record Unchosen(LookedAtRequest request) implements View {}

        /** It can be foreseen. */
        record Seen(LookedAtRequest request, Preview preview) implements View {}

        /** It cannot, as things are set. */
        record Failed(LookedAtRequest request, Problem problem) implements View {}
    }

    ReadOnlyObjectProperty<View> view() {
        return view.getReadOnlyProperty();
    }

    void refresh() {
        int question = ++asked;
        Optional<LookedAtRequest> row = selected.getValue();
        if (row.isEmpty()) {
            view.set(new View.Nothing());
            return;
        }
        Optional<CertificationRequest> request = row.get().request();
        if (request.isEmpty()) {
            view.set(new View.Refused(row.get()));
            return;
        }
        Optional<Authority> authority = offer.authority().get();
        Optional<Terms> terms = offer.terms().get();
        if (authority.isEmpty() || terms.isEmpty()) {
            view.set(new View.Unchosen(row.get()));
            return;
        }
        Profile profile = terms.get().profile();
        OperatorEntries entries = terms.get().entries();
        tools.tasks()
                .look(
                        progress -> see(request.get(), authority.get(), profile, entries),
                        preview -> answer(question, new View.Seen(row.get(), preview)),
                        failure -> answer(question, new View.Failed(row.get(), failure)));
    }

    /** An answer to what is not asked any more is of no use. */
    private void answer(int question, View answer) {
        if (question == asked) {
            view.set(answer);
        }
    }

    private Preview see(CertificationRequest request, Authority authority, Profile profile, OperatorEntries entries)
            throws Exception {
        RequestedContent content = new RequestedContent(
                request.subject(), request.publicKey(), request.requestedExtensions(), entries.choices(profile));
        return tools.session()
                .services()
                .issuance()
                .preview(new PreviewOrder(
                        authority.name(),
                        authority.certificate().orElseThrow(),
                        authority.algorithm(),
                        profile,
                        content,
                        List.of()));
    }
}
