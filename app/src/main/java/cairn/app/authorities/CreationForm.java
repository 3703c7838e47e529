package cairn.app.authorities;

import cairn.app.fx.form.Form;
import cairn.app.fx.form.Parts;
import cairn.app.fx.form.Words;
import cairn.app.fx.text.Texts;
import cairn.app.session.TokenSettings;
import cairn.ca.audit.AuthorityName;
import cairn.ca.profile.Profile;
import cairn.ca.x509.KeyType;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** What is filled in for a new authority. */
final class CreationForm {
    private final CreationModel model;
    private final Texts texts;
    private final VBox root = new VBox();
    private final VBox variables = new VBox();

    CreationForm(CreationModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        root.setSpacing(12);
        Form names = form().text(texts.get("name"), model.input.name, texts.get("name.hint"), "creation-name");
        if (!model.input.subject.isKept()) {
            names.text(texts.get("subject.cn"), model.input.subject.commonName, "", "creation-cn")
                    .text(texts.get("subject.o"), model.input.subject.organization, "", "creation-o")
                    .text(texts.get("subject.ou"), model.input.subject.unit, "", "creation-ou")
                    .text(
                            texts.get("subject.c"),
                            model.input.subject.country,
                            texts.get("subject.c.hint"),
                            "creation-c");
        }
        names.row(texts.get("subject.live"), live(), "");
        Label wrong = Parts.wrapped("", "field-fault");
        wrong.textProperty().bind(model.choiceFault());
        wrong.visibleProperty().bind(wrong.textProperty().isNotEmpty());
        wrong.managedProperty().bind(wrong.visibleProperty());
        root.getChildren().addAll(names, twin(), choices(), wrong);
        if (model.kind() != NewKind.REQUEST) {
            root.getChildren()
                    .addAll(
                            form().text(texts.get("days"), model.input.days, texts.get("days.hint"), "creation-days")
                                    .text(
                                            texts.get("path-length"),
                                            model.input.pathLength,
                                            texts.get("path-length.hint"),
                                            "creation-path-length"),
                            variables);
            model.input.profile.subscribe(profile -> drawVariables());
        }
    }

    Parent root() {
        return root;
    }

    /** All have names of one width, so that what is filled in stands in one line. */
    private static Form form() {
        Form form = new Form();
        form.getStyleClass().add("creation-form");
        return form;
    }

    private Node live() {
        Label live = Parts.wrapped("", "mono", "field-live");
        live.setId("creation-subject");
        live.textProperty()
                .bind(model.input.subject.text().map(text -> text.isEmpty() ? texts.get("subject.empty") : text));
        return live;
    }

    /** Two authorities of one name are told apart by their keys only; that is said before it happens. */
    private Node twin() {
        Label words = Parts.wrapped("", "field-fault");
        CheckBox meant = new CheckBox(texts.get("twin.meant"));
        meant.setId("creation-same-subject");
        meant.selectedProperty().bindBidirectional(model.input.sameSubject);
        VBox box = new VBox(words, meant);
        box.setSpacing(4);
        box.setVisible(false);
        box.managedProperty().bind(box.visibleProperty());
        Runnable look = () -> {
            Optional<AuthorityName> twin = model.input.twin();
            words.setText(twin.map(name -> texts.get("twin", name)).orElse(""));
            box.setVisible(twin.isPresent());
        };
        model.input.subject.text().subscribe(look);
        model.input.choices().subscribe(look);
        return box;
    }

    private Node choices() {
        Form form = form();
        if (model.kind() == NewKind.INTERMEDIATE) {
            ComboBox<AuthorityName> parent = new ComboBox<>();
            parent.setId("creation-parent");
            parent.setConverter(new Words<>(AuthorityName::text));
            model.input.choices().subscribe(choices -> parent.getItems().setAll(model.input.parents()));
            parent.valueProperty().subscribe(name -> {
                if (name != null) {
                    model.input.parent.set(Optional.of(name));
                }
            });
            model.input.parent.get().ifPresent(parent::setValue);
            model.input.choices().subscribe(choices -> model.input.parent.get().ifPresent(parent::setValue));
            form.row(texts.get("parent"), parent, texts.get("parent.hint"));
        }
        ComboBox<TokenSettings> token = new ComboBox<>();
        token.setId("creation-token");
        token.setConverter(new Words<>(TokenSettings::title));
        token.setPromptText(texts.get("token.none"));
        ComboBox<KeyType> key = new ComboBox<>();
        key.setId("creation-key");
        key.setConverter(new Words<>(KeyType::title));
        key.valueProperty().bindBidirectional(model.input.keyType);
        ComboBox<Profile> profile = new ComboBox<>();
        profile.setId("creation-profile");
        profile.setConverter(new Words<>(Profile::title));
        token.valueProperty().bindBidirectional(model.input.token);
        profile.valueProperty().bindBidirectional(model.input.profile);
        model.input.choices().subscribe(read -> {
            TokenSettings keptToken = model.input.token.get();
            token.getItems().setAll(read.tokens());
            model.input.token.set(keptToken);
            Profile kept = model.input.profile.get();
            profile.getItems().setAll(model.input.profiles());
            model.input.profile.set(kept);
        });
        Runnable offers = () -> {
            KeyType kept = model.input.keyType.get();
            key.getItems().setAll(model.input.keyTypes());
            model.input.keyType.set(kept);
            model.input.keepKeyType();
        };
        model.input.token.subscribe(offers);
        model.input.choices().subscribe(offers);
        form.row(texts.get("token"), token, texts.get("token.hint"));
        form.row(texts.get("key"), key, texts.get("key.hint"));
        if (model.kind() != NewKind.REQUEST) {
            form.row(texts.get("profile"), profile, texts.get("profile.hint"));
        }
        return form;
    }

    private void drawVariables() {
        Form form = form();
        model.input.variables.forEach((variable, field) -> form.text(
                variable.name() + (variable.required() ? " *" : ""),
                field,
                variable.purpose(),
                "creation-variable-" + variable.name()));
        variables.getChildren().setAll(form);
        variables.setManaged(!model.input.variables.isEmpty());
    }
}
