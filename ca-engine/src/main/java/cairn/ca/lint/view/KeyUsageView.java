package cairn.ca.lint.view;

import cairn.ca.x509.MalformedException;
import java.util.ArrayList;
import java.util.List;

/** The bits of keyUsage (RFC 5280 section 4.2.1.3). */
public final class KeyUsageView {
    public static final int DIGITAL_SIGNATURE = 1;
    public static final int NON_REPUDIATION = 1 << 1;
    public static final int KEY_ENCIPHERMENT = 1 << 2;
    public static final int DATA_ENCIPHERMENT = 1 << 3;
    public static final int KEY_AGREEMENT = 1 << 4;
    public static final int KEY_CERT_SIGN = 1 << 5;
    public static final int CRL_SIGN = 1 << 6;
    public static final int ENCIPHER_ONLY = 1 << 7;
    public static final int DECIPHER_ONLY = 1 << 8;

    private static final List<String> WORDS = List.of(
            "digitalSignature",
            "nonRepudiation",
            "keyEncipherment",
            "dataEncipherment",
            "keyAgreement",
            "keyCertSign",
            "cRLSign",
            "encipherOnly",
            "decipherOnly");

    private final Element element;
    private final int bits;

    KeyUsageView(Element element) throws MalformedException {
        if (!element.is(Tag.BIT_STRING) || element.length() == 0) {
            throw new MalformedException("keyUsage is not a BIT STRING", "offset " + element.offset());
        }
        this.element = element;
        int found = 0;
        for (int i = 0; i < 9 && i / 8 + 1 < element.length(); i++) {
            if ((element.octet(i / 8 + 1) & (0x80 >> (i % 8))) != 0) {
                found |= 1 << i;
            }
        }
        this.bits = found;
    }

    /** All bits, the first of the clause as the lowest. */
    public int bits() {
        return bits;
    }

    /** Whether any of these bits is set. */
    public boolean hasAny(int mask) {
        return (bits & mask) != 0;
    }

    /** The names of those bits of {@code mask} that are set. */
    public String words(int mask) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < WORDS.size(); i++) {
            if ((bits & mask & (1 << i)) != 0) {
                words.add(WORDS.get(i));
            }
        }
        return String.join(", ", words);
    }

    /** The BIT STRING. */
    public Element element() {
        return element;
    }
}
