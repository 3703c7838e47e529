package cairn.ca.x509;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/**
 * Puts the three parts of a signed structure together: what was signed, by which algorithm, and the signature (RFC 5280
 * sections 4.1.1 and 5.1.1, RFC 2986 section 4.2). The signed bytes are copied, never encoded again.
 */
public final class SignedDer {
    private static final int SEQUENCE = 0x30;
    private static final int BIT_STRING = 0x03;

    private SignedDer() {}

    /** {@code SEQUENCE { content, algorithm, BIT STRING signature }}. */
    public static byte[] assemble(byte[] content, AlgorithmIdentifier algorithm, byte[] signature) {
        try {
            byte[] identifier = algorithm.getEncoded("DER");
            byte[] bitStringHead = head(BIT_STRING, signature.length + 1);
            int inner = Math.addExact(content.length, identifier.length + bitStringHead.length + 1 + signature.length);
            byte[] outerHead = head(SEQUENCE, inner);
            byte[] all = new byte[Math.addExact(outerHead.length, inner)];
            int at = append(all, 0, outerHead);
            at = append(all, at, content);
            at = append(all, at, identifier);
            at = append(all, at, bitStringHead);
            append(all, at + 1, signature);
            return all;
        } catch (IOException e) {
            throw new IllegalStateException("an algorithm identifier in memory can be encoded", e);
        }
    }

    /** Tag and length of a DER element (ITU-T X.690 sections 8.1.3 and 10.1). */
    public static byte[] head(int tag, long length) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(6);
        out.write(tag);
        if (length < 0x80) {
            out.write((int) length);
        } else {
            int octets = (64 - Long.numberOfLeadingZeros(length) + 7) / 8;
            out.write(0x80 | octets);
            for (int i = octets - 1; i >= 0; i--) {
                out.write((int) (length >>> (8 * i)));
            }
        }
        return out.toByteArray();
    }

    private static int append(byte[] to, int at, byte[] part) {
        System.arraycopy(part, 0, to, at, part.length);
        return at + part.length;
    }
}
