package cairn.ca.x509;

import java.io.ByteArrayOutputStream;
import java.util.HexFormat;

/** Elements put together by hand, also such as no encoder would write. */
public final class Tlv {
    private Tlv() {}

    /** An element with this tag, a right length and these parts one behind the other. */
    public static byte[] element(int tag, byte[]... parts) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            content.writeBytes(part);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(SignedDer.head(tag, content.size()));
        out.writeBytes(content.toByteArray());
        return out.toByteArray();
    }

    /** A SEQUENCE. */
    public static byte[] sequence(byte[]... parts) {
        return element(DerReader.SEQUENCE, parts);
    }

    /** Octets from hexadecimal digits; spaces between them do not count. */
    public static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits.replace(" ", ""));
    }
}
