package cairn.app.fx.screen;

/**
 * Where to go in the window.
 *
 * @param place the place, such as {@code crls}
 * @param detail what to show there, in the place's own words, such as an authority's name; may be empty
 */
public record Address(String place, String detail) {
    /** A place as it was left. */
    public static Address of(String place) {
        return new Address(place, "");
    }
}
