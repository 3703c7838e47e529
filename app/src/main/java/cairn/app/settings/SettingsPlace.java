package cairn.app.settings;

import cairn.app.fx.screen.Place;
import cairn.app.fx.text.Language;
import cairn.app.fx.text.Texts;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** The place of this room in the window. */
public final class SettingsPlace {
    private SettingsPlace() {}

    /** What a person likes. */
    public static Place place(Likes likes, Language language) {
        Texts texts = Texts.of(language, "settings");
        return new Place(
                "settings",
                texts.get("place"),
                texts.get("group"),
                MaterialDesignC.COG_OUTLINE,
                () -> new SettingsView(new SettingsModel(likes), texts));
    }
}
