package cairn.app.revoke;

import cairn.app.fx.text.Texts;
import cairn.ca.revocation.RevocationReason;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** A reason in a list: in words, with the standard's name behind them. */
final class ReasonWords extends StringConverter<RevocationReason> {
    private final Texts texts;

    ReasonWords(Texts texts) {
        this.texts = texts;
    }

    @Override
    public String toString(@Nullable RevocationReason reason) {
        return reason == null ? "" : texts.choice("reason", reason) + "  (" + reason.word() + ")";
    }

    @Override
    public @Nullable RevocationReason fromString(String text) {
        return null;
    }
}
