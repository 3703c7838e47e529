package cairn.ca.x509;

import java.util.List;
import java.util.Optional;

/** What some bytes look like, judged by their outer shape only: says nothing about whether they are well formed. */
public enum ContentKind {
    CERTIFICATE("a certificate"),
    CERTIFICATION_REQUEST("a certification request"),
    CERTIFICATE_LIST("a certificate revocation list"),
    PKCS12("a PKCS#12 key store"),
    BCFKS("a BCFKS key store"),
    JKS("a Java key store"),
    JCEKS("a JCEKS key store"),
    PRIVATE_KEY("a private key"),
    ENCRYPTED_PRIVATE_KEY("an encrypted private key"),
    PUBLIC_KEY("a public key"),
    SIGNED_DATA("a PKCS#7 message"),
    OCSP_RESPONSE("an OCSP response"),
    ZIP("a zip archive"),
    JSON("a JSON document"),
    UNKNOWN("nothing known");

    private final String words;

    ContentKind(String words) {
        this.words = words;
    }

    /** The kind with its article, to stand in a sentence. */
    public String words() {
        return words;
    }

    /** Whether there is a secret in it that must not be kept by mistake. */
    public boolean isPrivateKey() {
        return this == PRIVATE_KEY || this == ENCRYPTED_PRIVATE_KEY;
    }

    /** What the bytes of a whole file that is not PEM look like. */
    public static ContentKind ofBytes(byte[] bytes) {
        if (startsWith(bytes, 0xFE, 0xED, 0xFE, 0xED)) {
            return JKS;
        }
        if (startsWith(bytes, 0xCE, 0xCE, 0xCE, 0xCE)) {
            return JCEKS;
        }
        if (startsWith(bytes, 'P', 'K', 3, 4) || startsWith(bytes, 'P', 'K', 5, 6)) {
            return ZIP;
        }
        if (startsWith(bytes, DerReader.SEQUENCE)) {
            return ofSequence(bytes);
        }
        int at = startsWith(bytes, 0xEF, 0xBB, 0xBF) ? 3 : 0;
        while (at < bytes.length && Character.isWhitespace(bytes[at])) {
            at++;
        }
        return at < bytes.length && (bytes[at] == '{' || bytes[at] == '[') ? JSON : UNKNOWN;
    }

    /** What the label of a textual block promises (RFC 7468 sections 5 to 13, and the older labels). */
    public static Optional<ContentKind> ofLabel(String label) {
        return Optional.ofNullable(
                switch (label) {
                    case "CERTIFICATE", "X509 CERTIFICATE", "TRUSTED CERTIFICATE" -> CERTIFICATE;
                    case "CERTIFICATE REQUEST", "NEW CERTIFICATE REQUEST" -> CERTIFICATION_REQUEST;
                    case "X509 CRL", "CRL" -> CERTIFICATE_LIST;
                    case "ENCRYPTED PRIVATE KEY" -> ENCRYPTED_PRIVATE_KEY;
                    case "PUBLIC KEY", "RSA PUBLIC KEY" -> PUBLIC_KEY;
                    case "PKCS7", "CMS" -> SIGNED_DATA;
                    default -> label.endsWith("PRIVATE KEY") ? PRIVATE_KEY : null;
                });
    }

    private static ContentKind ofSequence(byte[] b) {
        List<Shape> top = Shape.of(b).children(b);
        Shape first = Shape.at(top, 0);
        Shape second = Shape.at(top, 1);
        Shape third = Shape.at(top, 2);
        return switch (first.tag()) {
            case DerReader.OID -> first.isOid(b, "1.2.840.113549.1.7.2") ? SIGNED_DATA : UNKNOWN;
            case DerReader.ENUMERATED -> OCSP_RESPONSE;
            case DerReader.INTEGER -> ofNumberFirst(b, top);
            case DerReader.SEQUENCE -> {
                List<Shape> inner = first.children(b);
                boolean algorithm = Shape.at(inner, 0).tag() == DerReader.OID;
                if (algorithm && second.tag() == DerReader.OCTET_STRING) {
                    yield ENCRYPTED_PRIVATE_KEY;
                }
                if (algorithm && second.tag() == DerReader.BIT_STRING) {
                    yield PUBLIC_KEY;
                }
                boolean mac = second.tag() == DerReader.SEQUENCE
                        && Shape.at(second.children(b), 2).tag() == DerReader.OCTET_STRING;
                yield mac && third.tag() < 0 ? BCFKS : ofSigned(b, inner);
            }
            default -> UNKNOWN;
        };
    }

    /** By the fields of what is signed: tbsCertificate, tbsCertList or certificationRequestInfo. */
    private static ContentKind ofSigned(byte[] b, List<Shape> fields) {
        Shape first = Shape.at(fields, 0);
        if (first.tag() == 0xA0) {
            return CERTIFICATE;
        }
        boolean numbered = first.tag() == DerReader.INTEGER;
        int name = numbered ? 2 : 1;
        if (Shape.at(fields, name + 1).isTime()) {
            return CERTIFICATE_LIST;
        }
        if (!numbered) {
            return UNKNOWN;
        }
        Shape third = Shape.at(fields, 2);
        List<Shape> key = third.children(b);
        boolean isKey =
                Shape.at(key, 0).tag() == DerReader.SEQUENCE && Shape.at(key, 1).tag() == DerReader.BIT_STRING;
        if (isKey || Shape.at(fields, 3).tag() == 0xA0) {
            return CERTIFICATION_REQUEST;
        }
        Shape validity = Shape.at(fields, 3);
        return Shape.at(validity.children(b), 0).isTime() ? CERTIFICATE : UNKNOWN;
    }

    private static ContentKind ofNumberFirst(byte[] b, List<Shape> top) {
        Shape second = Shape.at(top, 1);
        return switch (second.tag()) {
            case DerReader.SEQUENCE -> {
                List<Shape> inner = second.children(b);
                boolean oid = Shape.at(inner, 0).tag() == DerReader.OID;
                if (oid && Shape.at(top, 2).tag() == DerReader.OCTET_STRING) {
                    yield PRIVATE_KEY;
                }
                yield oid && Shape.at(inner, 1).tag() == 0xA0 ? PKCS12 : UNKNOWN;
            }
            case DerReader.OCTET_STRING -> PRIVATE_KEY;
            // RSAPrivateKey has nine numbers, the private key of DSA six, RSAPublicKey two.
            case DerReader.INTEGER -> top.size() >= 6 ? PRIVATE_KEY : top.size() == 2 ? PUBLIC_KEY : UNKNOWN;
            default -> UNKNOWN;
        };
    }

    private static boolean startsWith(byte[] bytes, int... prefix) {
        if (bytes.length < prefix.length) {
            return false;
        }
        for (int i = 0; i < prefix.length; i++) {
            if ((bytes[i] & 0xFF) != prefix[i]) {
                return false;
            }
        }
        return true;
    }
}
