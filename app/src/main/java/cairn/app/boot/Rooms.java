package cairn.app.boot;

import cairn.app.fx.dialog.FilePicker;
import cairn.app.fx.dialog.NewPinDialog;
import cairn.app.fx.dialog.PinDialog;
import cairn.app.fx.screen.Guide;
import cairn.app.fx.screen.Place;
import cairn.app.fx.task.ScreenThread;
import cairn.app.fx.task.Tasks;
import cairn.app.fx.text.Language;
import cairn.app.fx.text.Texts;
import cairn.app.settings.SettingsPlace;
import cairn.app.welcome.WelcomeModel;
import cairn.app.welcome.WelcomeView;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.stage.Stage;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;

/** The places of what the window is about, in the language that is spoken. */
record Rooms(DesktopTools tools, Stage stage, Guide guide, Tasks tasks, FilePicker files, DesktopWindow window) {
    /** The model of a welcome. */
    WelcomeModel welcome(Language language, List<Path> recent) {
        Path usual = Path.of(System.getProperty("user.home"), "cairn");
        return new WelcomeModel(window, files, tasks, Texts.of(language, "welcome"), recent, usual);
    }

    List<Place> places(WindowContent content, Language language) {
        ScreenThread screen = new ScreenThread();
        Texts dialogs = Texts.of(language, "fx.dialog");
        Furniture furniture = new Furniture(
                tools,
                tasks,
                guide,
                files,
                new PinDialog(stage, dialogs, screen),
                new Furniture.Own(new NewPinDialog(stage, dialogs, screen), window));
        return switch (content) {
            case WindowContent.Greeting greeting ->
                List.of(place(greeting.model(), language), SettingsPlace.place(window, language));
            case WindowContent.Working working ->
                furniture.places(working.session(), working.folder(), working.first(), language);
            case WindowContent.Reading reading -> {
                List<Place> places = new ArrayList<>(furniture.reading(reading.folder(), language));
                places.add(place(reading.back(), language));
                yield places;
            }
            case WindowContent.Leaving ignored -> List.of();
        };
    }

    private static Place place(WelcomeModel model, Language language) {
        Texts texts = Texts.of(language, "welcome");
        return new Place(
                "welcome",
                Texts.of(language, "boot").get("welcome"),
                "",
                MaterialDesignH.HOME_OUTLINE,
                () -> new WelcomeView(model, texts));
    }
}
