package cairn.app.fx.theme;

import java.util.Locale;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/** How grave something is: a colour, and always a shape beside it. */
public enum Tone {
    GOOD,
    PLAIN,
    WAITING,
    WARNING,
    BAD;

    /** Its style class, {@code tone-good} and so on. */
    public String style() {
        return "tone-" + name().toLowerCase(Locale.ROOT);
    }

    /** Its shape. */
    public Ikon shape() {
        return switch (this) {
            case GOOD -> MaterialDesignC.CHECK_CIRCLE;
            case PLAIN -> MaterialDesignI.INFORMATION_OUTLINE;
            case WAITING -> MaterialDesignP.PAUSE_CIRCLE;
            case WARNING -> MaterialDesignA.ALERT;
            case BAD -> MaterialDesignC.CLOSE_OCTAGON;
        };
    }
}
