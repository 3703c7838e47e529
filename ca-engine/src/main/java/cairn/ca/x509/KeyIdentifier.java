package cairn.ca.x509;

import java.util.HexFormat;

/** The octets of a subject or authority key identifier (RFC 5280 sections 4.2.1.1 and 4.2.1.2), as lower-case hex. */
public record KeyIdentifier(String hex) {
    /** Refuses an empty identifier and anything but an even number of lower-case hexadecimal digits. */
    public KeyIdentifier {
        if (hex.isEmpty() || hex.length() % 2 != 0 || !isHexadecimal(hex)) {
            throw new IllegalArgumentException("not a key identifier in hexadecimal: " + hex);
        }
    }

    private static boolean isHexadecimal(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!(c >= '0' && c <= '9') && !(c >= 'a' && c <= 'f')) {
                return false;
            }
        }
        return true;
    }

    /** Wraps the octets. */
    public static KeyIdentifier of(byte[] octets) {
        return new KeyIdentifier(HexFormat.of().formatHex(octets));
    }

    /** The octets. */
    public byte[] octets() {
        return HexFormat.of().parseHex(hex);
    }

    @Override
    public String toString() {
        return hex;
    }
}
