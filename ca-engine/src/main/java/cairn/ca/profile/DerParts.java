package cairn.ca.profile;

import cairn.ca.x509.SignatureAlgorithm;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import org.bouncycastle.asn1.ASN1Encodable;

/** Puts DER elements together from ready-made octets, which costs a fraction of building object trees. */
final class DerParts {
    static final int BOOLEAN = 0x01;
    static final int INTEGER = 0x02;
    static final int BIT_STRING = 0x03;
    static final int OCTET_STRING = 0x04;
    static final int UTF8_STRING = 0x0C;
    static final int PRINTABLE_STRING = 0x13;
    static final int IA5_STRING = 0x16;
    static final int UTC_TIME = 0x17;
    static final int GENERALIZED_TIME = 0x18;
    static final int SEQUENCE = 0x30;
    static final int SET = 0x31;

    private static final Map<SignatureAlgorithm, byte[]> ALGORITHMS = algorithms();

    private DerParts() {}

    /** An element whose content is these parts, one behind the other. */
    static byte[] element(int tag, byte[]... parts) {
        int length = 0;
        for (byte[] part : parts) {
            length += part.length;
        }
        int header = headerLength(length);
        byte[] element = new byte[header + length];
        element[0] = (byte) tag;
        writeLength(element, length, header);
        int at = header;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, element, at, part.length);
            at += part.length;
        }
        return element;
    }

    /** Tag and length octets in front of a content of this length. */
    static int headerLength(int length) {
        if (length < 0x80) {
            return 2;
        }
        return length < 0x100 ? 3 : length < 0x1_0000 ? 4 : length < 0x100_0000 ? 5 : 6;
    }

    private static void writeLength(byte[] element, int length, int header) {
        if (header == 2) {
            element[1] = (byte) length;
            return;
        }
        element[1] = (byte) (0x80 | (header - 2));
        for (int i = header - 1, rest = length; i > 1; i--, rest >>>= 8) {
            element[i] = (byte) rest;
        }
    }

    /** The AlgorithmIdentifier; the caller must not change the octets. */
    static byte[] algorithm(SignatureAlgorithm algorithm) {
        byte[] encoded = ALGORITHMS.get(algorithm);
        if (encoded == null) {
            throw new IllegalStateException("every algorithm was encoded: " + algorithm);
        }
        return encoded;
    }

    /** A whole certificate (RFC 5280 section 4.1). */
    static byte[] certificate(byte[] toBeSigned, SignatureAlgorithm algorithm, byte[] signature) {
        return element(SEQUENCE, toBeSigned, algorithm(algorithm), element(BIT_STRING, new byte[] {0}, signature));
    }

    /** How many octets a whole certificate has with a signature of {@code signatureOctets}. */
    static int certificateSize(int toBeSigned, SignatureAlgorithm algorithm, int signatureOctets) {
        int bits = signatureOctets + 1;
        int content = toBeSigned + algorithm(algorithm).length + headerLength(bits) + bits;
        return headerLength(content) + content;
    }

    /** The DER bytes of something in memory. */
    static byte[] encode(ASN1Encodable value) {
        try {
            return value.toASN1Primitive().getEncoded("DER");
        } catch (IOException e) {
            throw new IllegalStateException("a value in memory can be encoded", e);
        }
    }

    private static Map<SignatureAlgorithm, byte[]> algorithms() {
        Map<SignatureAlgorithm, byte[]> encoded = new EnumMap<>(SignatureAlgorithm.class);
        for (SignatureAlgorithm algorithm : SignatureAlgorithm.values()) {
            encoded.put(algorithm, encode(algorithm.identifier()));
        }
        return encoded;
    }
}
