package cairn.ca.lint.view;

/** One GeneralName (RFC 5280 section 4.2.1.6). */
public final class GeneralNameView {
    public static final int OTHER = 0;
    public static final int MAIL = 1;
    public static final int DNS = 2;
    public static final int X400 = 3;
    public static final int DIRECTORY = 4;
    public static final int EDI = 5;
    public static final int URI = 6;
    public static final int IP = 7;
    public static final int REGISTERED_ID = 8;

    private static final String[] WORDS = {
        "otherName",
        "rfc822Name",
        "dNSName",
        "x400Address",
        "directoryName",
        "ediPartyName",
        "uniformResourceIdentifier",
        "iPAddress",
        "registeredID"
    };

    private final Element element;
    private final String text;

    GeneralNameView(Element element) {
        this.element = element;
        int kind = element.tag() & 0x1F;
        this.text = kind == MAIL || kind == DNS || kind == URI ? element.text() : "";
    }

    /** The number of the alternative, 0 to 8 in a proper one. */
    public int kind() {
        return element.tag() & 0x1F;
    }

    /** Whether it is this alternative. */
    public boolean is(int kind) {
        return (element.tag() & 0xDF) == (0x80 | kind);
    }

    /** Whether the tag is one of the nine alternatives. */
    public boolean isKnown() {
        return (element.tag() & 0xC0) == 0x80 && kind() <= REGISTERED_ID;
    }

    /** The name of the alternative. */
    public String kindWord() {
        return isKnown() ? WORDS[kind()] : "unknown alternative";
    }

    /** The characters of a mail address, host name or URI, else nothing. */
    public String text() {
        return text;
    }

    /** The encoded name. */
    public Element element() {
        return element;
    }
}
