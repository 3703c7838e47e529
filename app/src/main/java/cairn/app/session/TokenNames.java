package cairn.app.session;

import cairn.app.problem.Problem;
import java.util.List;

/** What the workspace calls its tokens: the name that commands take, with the label beside it. */
public final class TokenNames {
    private final List<TokenSettings> known;

    private TokenNames(List<TokenSettings> known) {
        this.known = List.copyOf(known);
    }

    /** Without a workspace a token is told by its label. */
    public static TokenNames none() {
        return new TokenNames(List.of());
    }

    /** Only this token. */
    public static TokenNames of(TokenSettings token) {
        return new TokenNames(List.of(token));
    }

    /** All that the workspace knows now; none where its list cannot be read, for a token's label still tells it. */
    public static TokenNames of(TokenDirectory directory) {
        try {
            return new TokenNames(directory.all());
        } catch (Problem e) {
            return none();
        }
    }

    /** Such as {@code soft (label The Vault)}; only the label for a token that the workspace does not know. */
    public String title(String label, String serialNumber) {
        return known.stream()
                .filter(token ->
                        token.label().equals(label) && token.serialNumber().equals(serialNumber))
                .findFirst()
                .map(TokenSettings::title)
                .orElse(label);
    }
}
