package cairn.app.issue;

import cairn.app.fx.text.Texts;
import cairn.app.problem.Problem;
import cairn.app.session.ProfileShelf;
import cairn.app.session.Session;
import cairn.ca.audit.LedgerException;
import cairn.ca.authority.Authority;
import cairn.ca.profile.Kind;
import cairn.ca.profile.Profile;
import cairn.ca.profile.ProfileException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The authorities that can issue, the profiles that they can issue under, and what is chosen of them. */
final class Offer {
    private final IssueTools tools;
    private final Texts texts;
    private final ObservableList<Authority> authorities = FXCollections.observableArrayList();
    private final ObservableList<Profile> profiles = FXCollections.observableArrayList();
    private final SimpleObjectProperty<Optional<Authority>> authority = new SimpleObjectProperty<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Terms>> terms = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyIntegerWrapper edits = new ReadOnlyIntegerWrapper();

    Offer(IssueTools tools, Texts texts) {
        this.tools = tools;
        this.texts = texts;
    }

    private record Found(List<Authority> authorities, List<Profile> profiles) {}

    /** Those that are in service. */
    ObservableList<Authority> authorities() {
        return authorities;
    }

    /** Those that make what an authority signs for others; those for end entities first. */
    ObservableList<Profile> profiles() {
        return profiles;
    }

    SimpleObjectProperty<Optional<Authority>> authority() {
        return authority;
    }

    /** The chosen profile with what may be set under it. */
    ReadOnlyObjectProperty<Optional<Terms>> terms() {
        return terms.getReadOnlyProperty();
    }

    /** Counts what was set. */
    ReadOnlyIntegerProperty edits() {
        return edits.getReadOnlyProperty();
    }

    void choose(Profile profile) {
        if (terms.get().filter(now -> now.profile() == profile).isPresent()) {
            return;
        }
        Terms made = new Terms(profile, texts);
        made.all().forEach(field -> field.value().subscribe(text -> edits.set(edits.get() + 1)));
        terms.set(Optional.of(made));
    }

    void refresh(String wanted, Consumer<Problem> failed) {
        tools.tasks().look(progress -> find(tools.session()), found -> show(found, wanted), failed);
    }

    private void show(Found found, String wanted) {
        String chosen = wanted.isEmpty()
                ? authority.get().map(known -> known.name().text()).orElse("")
                : wanted;
        if (!authorities.equals(found.authorities())) {
            authorities.setAll(found.authorities());
        }
        Optional<Authority> again = authorities.stream()
                .filter(known -> known.name().text().equals(chosen))
                .findFirst();
        // The only one that is no root, or the only one, is what is meant where nothing was chosen yet.
        List<Authority> below =
                authorities.stream().filter(known -> known.parent().isPresent()).toList();
        List<Authority> likely = below.isEmpty() ? authorities : below;
        authority.set(again.or(() -> likely.size() == 1 ? Optional.of(likely.getFirst()) : Optional.empty()));
        if (!names(profiles).equals(names(found.profiles()))) {
            profiles.setAll(found.profiles());
        }
    }

    private static List<String> names(List<Profile> profiles) {
        return profiles.stream()
                .map(profile -> profile.name() + profile.digest().hex())
                .toList();
    }

    private static Found find(Session session) throws LedgerException, IOException {
        List<Authority> active = session.register().authorities().all().stream()
                .filter(known -> known.state() == Authority.State.ACTIVE)
                .toList();
        List<Profile> leaves = new ArrayList<>();
        List<Profile> others = new ArrayList<>();
        ProfileShelf shelf = session.profiles();
        for (String name : shelf.names()) {
            try {
                Profile profile = shelf.get(name);
                if (!profile.isSelfSigned()) {
                    (profile.kind() == Kind.END_ENTITY ? leaves : others).add(profile);
                }
            } catch (ProfileException | Problem e) {
                // One that is not sound must not hide the others; inspecting its file says what is wrong with it.
            }
        }
        leaves.addAll(others);
        return new Found(active, leaves);
    }
}
