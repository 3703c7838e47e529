package cairn.app.fx.screen;

import cairn.app.fx.theme.Tone;
import java.util.Optional;

/**
 * Something told across the screens.
 *
 * @param stays until somebody deals with it; otherwise it goes by itself
 * @param where it is dealt with
 */
public record Notice(Tone tone, String headline, String words, boolean stays, Optional<Address> where) {
    /** Something was done. Goes by itself. */
    public static Notice done(String headline, String words) {
        return new Notice(Tone.GOOD, headline, words, false, Optional.empty());
    }

    /** Something that a person must deal with. */
    public static Notice warning(String headline, String words, Address where) {
        return new Notice(Tone.WARNING, headline, words, true, Optional.of(where));
    }
}
