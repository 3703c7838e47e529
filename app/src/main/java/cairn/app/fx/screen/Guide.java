package cairn.app.fx.screen;

/** What a screen may ask of the window around it. */
public interface Guide {
    /** Shows another place. */
    void go(Address address);

    /** Tells something that the person may read in passing, or must deal with. */
    void tell(Notice notice);

    /** Something was changed: what shows figures reads them again when it is next looked at. */
    void changed();
}
