package cairn.ca.profile;

import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.x509.Extension;

/** An extension in DER, made once and used for many certificates. */
final class EncodedExtension {
    private static final byte[] CRITICAL = {DerParts.BOOLEAN, 1, (byte) 0xFF};
    private static final byte[] NOT_CRITICAL = {};

    private final ASN1ObjectIdentifier oid;
    private final boolean critical;
    private final byte[] value;
    private final byte[] encoded;

    private EncodedExtension(ASN1ObjectIdentifier oid, byte[] encodedOid, boolean critical, byte[] value) {
        this.oid = oid;
        this.critical = critical;
        this.value = value;
        this.encoded = DerParts.element(
                DerParts.SEQUENCE,
                encodedOid,
                critical ? CRITICAL : NOT_CRITICAL,
                DerParts.element(DerParts.OCTET_STRING, value));
    }

    /** An extension with this value. */
    static EncodedExtension of(ASN1ObjectIdentifier oid, boolean critical, ASN1Encodable value) {
        return of(oid, critical, DerParts.encode(value));
    }

    /** An extension whose value is these DER octets. */
    static EncodedExtension of(ASN1ObjectIdentifier oid, boolean critical, byte[] value) {
        return new EncodedExtension(oid, DerParts.encode(oid), critical, value);
    }

    ASN1ObjectIdentifier oid() {
        return oid;
    }

    boolean critical() {
        return critical;
    }

    /** The DER octets of the value; the caller must not change them. */
    byte[] value() {
        return value;
    }

    /** The DER octets of the whole; the caller must not change them. */
    byte[] encoded() {
        return encoded;
    }

    /** The same for the ASN.1 library. */
    Extension extension() {
        return new Extension(oid, critical, new DEROctetString(value));
    }
}
