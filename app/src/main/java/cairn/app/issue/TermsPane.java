package cairn.app.issue;

import cairn.app.fx.form.Form;
import cairn.app.fx.form.Parts;
import cairn.app.fx.form.Words;
import cairn.app.fx.text.Texts;
import cairn.ca.authority.Authority;
import cairn.ca.profile.Profile;
import cairn.ca.profile.Variable;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.Parent;
import javafx.scene.control.ListCell;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SearchableComboBox;

/** Who issues, under which profile, and what a person sets within the limits of the profile. */
final class TermsPane {
    private final Texts texts;
    private final VBox entries = new VBox();
    private final VBox root;

    TermsPane(Offer offer, Texts texts) {
        this.texts = texts;
        SearchableComboBox<Authority> authority =
                combo("issue-authority", known -> known.name().text());
        authority.setItems(offer.authorities());
        offer.authority().subscribe(known -> authority.setValue(known.orElse(null)));
        authority.valueProperty().subscribe(known -> {
            if (known != null) {
                offer.authority().set(Optional.of(known));
            }
        });
        SearchableComboBox<Profile> profile = combo("issue-profile", Profile::title);
        profile.setItems(offer.profiles());
        profile.setCellFactory(view -> new Cell());
        profile.valueProperty().subscribe(chosen -> {
            if (chosen != null) {
                offer.choose(chosen);
            }
        });
        Form form = new Form().row(texts.get("authority"), authority, "").row(texts.get("profile"), profile, "");
        entries.getStyleClass().add("issue-entries");
        root = Parts.card("", form, entries);
        offer.terms().subscribe(terms -> terms.ifPresent(this::fill));
    }

    Parent root() {
        return root;
    }

    private <T> SearchableComboBox<T> combo(String id, Function<T, String> title) {
        SearchableComboBox<T> combo = new SearchableComboBox<>();
        combo.setId(id);
        combo.setMaxWidth(Double.MAX_VALUE);
        combo.setPromptText(texts.get("choose"));
        combo.setConverter(new Words<>(title));
        return combo;
    }

    private void fill(Terms terms) {
        Profile profile = terms.profile();
        Form form = new Form();
        boolean required = false;
        for (Variable variable : profile.variables()) {
            form.text(
                    variable.name(),
                    Objects.requireNonNull(terms.variables().get(variable.name())),
                    variable.purpose() + (variable.required() ? " " + texts.get("required") : ""));
            required |= variable.required();
        }
        form.text(
                texts.get("days"),
                terms.days(),
                texts.get("days.hint", profile.usualLifetime().toDays()));
        form.text(texts.get("subject"), terms.subject(), texts.get("subject.hint"));
        form.text(texts.get("names"), terms.names(), texts.get("names.hint"));
        if (terms.makesAuthorities()) {
            form.text(texts.get("path-length"), terms.pathLength(), texts.get("path-length.hint"));
        }
        TitledPane more = new TitledPane(texts.get("choices"), form);
        more.setMnemonicParsing(true);
        more.setId("issue-choices");
        more.setExpanded(required);
        entries.getChildren().setAll(Parts.wrapped(profile.description(), "quiet"), more);
    }

    /** A profile's title, and below it what it is for. */
    private static final class Cell extends ListCell<Profile> {
        @Override
        protected void updateItem(Profile profile, boolean empty) {
            super.updateItem(profile, empty);
            setText(null);
            setGraphic(
                    empty || profile == null
                            ? null
                            : new VBox(
                                    Parts.label(profile.title(), "strong"),
                                    Parts.label(profile.description(), "quiet")));
            setPrefWidth(0);
        }
    }
}
