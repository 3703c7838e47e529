package cairn.app.inventory;

import cairn.app.fx.form.Parts;
import cairn.app.fx.text.Texts;
import cairn.app.fx.theme.Icons;
import cairn.app.session.InventoryFilter;
import cairn.app.session.InventoryFilter.Standing;
import cairn.ca.audit.AuthorityName;
import cairn.ca.inventory.Inventory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;

/** What a person types and chooses to find certificates. */
final class FilterBar {
    /** Shorter than a person notices, longer than between two letters of somebody who types fast. */
    private static final Duration PAUSE = Duration.millis(150);

    private static final List<Integer> DAYS = List.of(0, 1, 7, 14, 30, 90, 365);

    private final InventoryModel model;
    private final Texts texts;
    private final TextField words = new TextField();
    private final ComboBox<Choice<Optional<AuthorityName>>> issuers;
    private final ComboBox<Choice<Optional<Standing>>> standings;
    private final ComboBox<Choice<Integer>> days;
    private final ComboBox<Choice<Inventory.Order>> orders;
    private final PauseTransition pause = new PauseTransition(PAUSE);
    private final VBox root;
    private boolean showing = true;

    /** A value under the words that a person sees. */
    private record Choice<T>(String title, T value) {
        @Override
        public String toString() {
            return title;
        }
    }

    FilterBar(InventoryModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        words.setId("inventory-words");
        words.setPromptText(texts.get("words"));
        words.setAccessibleText(texts.get("words"));
        HBox.setHgrow(words, Priority.ALWAYS);
        issuers = box("inventory-issuer", texts.get("issuer"), List.of(anyIssuer()));
        List<Choice<Optional<Standing>>> known =
                new ArrayList<>(List.of(new Choice<>(texts.get("standing.any"), Optional.empty())));
        Arrays.stream(Standing.values())
                .forEach(each -> known.add(new Choice<>(texts.choice("standing", each), Optional.of(each))));
        standings = box("inventory-standing", texts.get("standing"), known);
        days = box(
                "inventory-days",
                texts.get("days"),
                DAYS.stream()
                        .map(each -> new Choice<>(texts.get("days.within", each), each))
                        .toList());
        orders = box(
                "inventory-order",
                texts.get("order"),
                Arrays.stream(Inventory.Order.values())
                        .map(each -> new Choice<>(texts.choice("order", each), each))
                        .toList());
        FlowPane boxes = new FlowPane(issuers, standings, days, orders);
        boxes.getStyleClass().add("filters");
        HBox search = Parts.buttons(Icons.of(MaterialDesignM.MAGNIFY), words);
        root = new VBox(search, boxes);
        root.getStyleClass().add("filter-bar");
        pause.setOnFinished(event -> typed());
        words.textProperty().subscribe((before, now) -> wait(now));
        words.setOnAction(event -> typed());
        // Here a person begins. Before it is part of a window it cannot have the focus.
        words.sceneProperty().subscribe(scene -> {
            if (scene != null) {
                words.requestFocus();
            }
        });
        model.filter().subscribe(this::show);
        model.order().subscribe(order -> choose(orders, order));
        model.workspace().subscribe(workspace -> offer(workspace.issuers()));
    }

    private Choice<Optional<AuthorityName>> anyIssuer() {
        return new Choice<>(texts.get("issuer.any"), Optional.empty());
    }

    private <T> ComboBox<Choice<T>> box(String id, String name, List<Choice<T>> choices) {
        ComboBox<Choice<T>> box = new ComboBox<>();
        box.setId(id);
        box.setAccessibleText(name);
        box.getItems().setAll(choices);
        box.setValue(choices.getFirst());
        box.valueProperty().subscribe((before, now) -> typed());
        return box;
    }

    private void offer(List<AuthorityName> names) {
        List<Choice<Optional<AuthorityName>>> choices = new ArrayList<>(List.of(anyIssuer()));
        names.forEach(name -> choices.add(new Choice<>(name.text(), Optional.of(name))));
        if (!choices.equals(issuers.getItems())) {
            showing = true;
            issuers.getItems().setAll(choices);
            showing = false;
            choose(issuers, model.filter().get().issuer());
        }
    }

    private void wait(String typed) {
        if (!showing && !typed.equals(model.filter().get().words())) {
            pause.playFromStart();
        }
    }

    /** What is in the controls becomes what is looked for. */
    private void typed() {
        if (showing) {
            return;
        }
        pause.stop();
        InventoryFilter wanted = new InventoryFilter(words.getText(), value(issuers), value(standings), value(days));
        if (!wanted.equals(model.filter().get())) {
            model.look(wanted);
        } else if (value(orders) != model.order().get()) {
            model.order().set(value(orders));
            model.search();
        }
    }

    private static <T> T value(ComboBox<Choice<T>> box) {
        return Objects.requireNonNull(box.getValue()).value();
    }

    private void show(InventoryFilter filter) {
        showing = true;
        if (!words.getText().equals(filter.words())) {
            words.setText(filter.words());
        }
        choose(issuers, filter.issuer());
        choose(standings, filter.standing());
        if (days.getItems().stream().noneMatch(choice -> choice.value() == filter.days())) {
            days.getItems().add(new Choice<>(texts.get("days.within", filter.days()), filter.days()));
        }
        choose(days, filter.days());
        showing = false;
    }

    private <T> void choose(ComboBox<Choice<T>> box, T value) {
        boolean before = showing;
        showing = true;
        box.getItems().stream()
                .filter(choice -> choice.value().equals(value))
                .findFirst()
                .ifPresent(box::setValue);
        showing = before;
    }

    VBox root() {
        return root;
    }
}
