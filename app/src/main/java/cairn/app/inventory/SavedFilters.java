package cairn.app.inventory;

import cairn.app.fx.form.Parts;
import cairn.app.fx.text.Texts;
import cairn.app.session.InventoryFilter;
import java.util.Map;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** The filters that have a name, and where the one that is shown gets one. */
final class SavedFilters {
    private final InventoryModel model;
    private final Texts texts;
    private final MenuButton menu;
    private final TextField name = new TextField();

    SavedFilters(InventoryModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        menu = new MenuButton(texts.get("saved"));
        menu.setId("inventory-saved");
        menu.setMnemonicParsing(true);
        name.setId("inventory-filter-name");
        name.setPromptText(texts.get("saved.name"));
        name.setAccessibleText(texts.get("saved.name"));
        name.setOnAction(event -> save());
        model.workspace().subscribe(workspace -> furnish(workspace.views().filters()));
    }

    private void furnish(Map<String, InventoryFilter> filters) {
        menu.getItems().clear();
        filters.forEach((title, filter) -> {
            MenuItem item = new MenuItem(title);
            item.setMnemonicParsing(false);
            item.setOnAction(event -> model.look(filter));
            menu.getItems().add(item);
        });
        if (!filters.isEmpty()) {
            Menu forget = new Menu(texts.get("saved.forget"));
            filters.keySet().forEach(title -> {
                MenuItem item = new MenuItem(title);
                item.setMnemonicParsing(false);
                item.setOnAction(event -> model.forget(title));
                forget.getItems().add(item);
            });
            menu.getItems().addAll(new SeparatorMenuItem(), forget);
        }
        var save = Parts.button(texts.get("saved.save"), MaterialDesignC.CONTENT_SAVE_OUTLINE, this::save);
        save.setId("inventory-save-filter");
        HBox row = Parts.buttons(name, save);
        CustomMenuItem item = new CustomMenuItem(row, false);
        menu.getItems().add(item);
    }

    private void save() {
        if (!name.getText().isBlank()) {
            String title = name.getText();
            name.clear();
            menu.hide();
            model.save(title);
        }
    }

    MenuButton root() {
        return menu;
    }
}
