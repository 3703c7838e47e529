package cairn.app.crls;

import cairn.app.fx.form.Parts;
import cairn.app.fx.text.Texts;
import cairn.ca.x509.CertificateListOutline;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;

/** The entries of one list, with a search. */
final class EntriesPane {
    private final Texts texts;
    private final CertificateListOutline list;
    private final EntriesTable entries;
    private final Label found = Parts.wrapped("", "quiet");
    private final VBox root;

    EntriesPane(CrlsModel model, Texts texts, CrlsModel.Task.Reading reading) {
        this.texts = texts;
        this.list = reading.list();
        entries = new EntriesTable(texts, "crl-entries");
        TextField search = new TextField();
        search.setId("crl-search");
        search.setPromptText(texts.get("search"));
        search.setAccessibleText(texts.get("search"));
        search.textProperty().subscribe(model::find);
        Button back = Parts.button(texts.get("back"), MaterialDesignA.ARROW_LEFT, model::back, "flat");
        back.setCancelButton(true);
        back.setId("crl-back");
        root = Parts.card(reading.title(), Parts.buttons(back), search, found, entries.table());
    }

    Parent root() {
        return root;
    }

    boolean shows(CrlsModel.Task.Reading reading) {
        return list == reading.list();
    }

    void update(CrlsModel.Task.Reading reading) {
        int shown = reading.entries().shown().size();
        int all = reading.entries().found();
        found.setText(
                shown < all
                        ? texts.get("found.first", texts.number(shown), texts.number(all))
                        : texts.get("found", all));
        entries.show(reading.entries().shown());
    }
}
