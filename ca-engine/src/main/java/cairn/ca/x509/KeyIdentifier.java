package cairn.ca.x509;

import java.util.HexFormat;

/** The octets of a subject or authority key identifier (RFC 5280 sections 4.2.1.1 and 4.2.1.2), as lower-case hex. */
public record KeyIdentifier(String hex) {
    /** Refuses an empty identifier and anything but an even number of lower-case hexadecimal digits. */
    public KeyIdentifier {
        if (!hex.matches("([0-9a-f]{2})+")) {
            throw new IllegalArgumentException("not a key identifier in hexadecimal: " + hex);
        }
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
