package cairn.hsm.vendor;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What is known of makes, by the start of their manufacturer and model as CK_TOKEN_INFO gives them. */
public final class QuirkTable {
    private record Entry(String manufacturer, String model, Quirks quirks) {
        boolean matches(String tokenManufacturer, String tokenModel) {
            return startsWith(tokenManufacturer, manufacturer) && startsWith(tokenModel, model);
        }

        private static boolean startsWith(String text, String start) {
            return text.toLowerCase(Locale.ROOT).startsWith(start.toLowerCase(Locale.ROOT));
        }
    }

    private static final List<Entry> ENTRIES = List.of(
            new Entry("nCipher", "", new Quirks(true, Set.of(), "")),
            new Entry(
                    "Yubico",
                    "YubiHSM",
                    new Quirks(
                            false,
                            Set.of(),
                            "four hexadecimal digits of the authentication key's number, then its password")));

    private QuirkTable() {}

    /** The quirks of the first entry that matches, or none. */
    public static Quirks of(String manufacturer, String model) {
        return ENTRIES.stream()
                .filter(entry -> entry.matches(manufacturer, model))
                .findFirst()
                .map(Entry::quirks)
                .orElse(Quirks.NONE);
    }
}
