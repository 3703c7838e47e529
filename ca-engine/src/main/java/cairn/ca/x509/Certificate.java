package cairn.ca.x509;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.asn1.x509.TBSCertificate;
import org.bouncycastle.cert.X509CertificateHolder;
import org.jspecify.annotations.Nullable;

/** A certificate as its exact DER bytes (RFC 5280 section 4.1). Immutable. */
public final class Certificate {
    private final byte[] encoded;
    private final X509CertificateHolder holder;
    private final Validity validity;
    private final DistinguishedName subject;
    private final DistinguishedName issuer;
    private volatile @Nullable SubjectPublicKey publicKey;
    private volatile @Nullable Boolean authority;

    private Certificate(byte[] encoded, X509CertificateHolder holder, Certificate sameContent) {
        this.encoded = encoded;
        this.holder = holder;
        this.validity = sameContent.validity;
        this.subject = sameContent.subject;
        this.issuer = sameContent.issuer;
        this.publicKey = sameContent.publicKey;
        this.authority = sameContent.authority;
    }

    /** Throws a RuntimeException of the library if names or dates, which it reads lazily, cannot be read. */
    private Certificate(byte[] encoded, X509CertificateHolder holder) {
        this.encoded = encoded;
        this.holder = holder;
        TBSCertificate signed = holder.toASN1Structure().getTBSCertificate();
        this.validity = new Validity(DerTime.of(signed.getStartDate()), DerTime.of(signed.getEndDate()));
        this.subject = DistinguishedName.of(signed.getSubject());
        this.issuer = DistinguishedName.of(signed.getIssuer());
    }

    /** Reads one DER certificate; refuses BER, trailing bytes and anything that is not a certificate. */
    public static Certificate ofDer(byte[] der) throws MalformedException {
        Der.requireDer(der);
        try {
            return new Certificate(
                    der.clone(),
                    new X509CertificateHolder(
                            org.bouncycastle.asn1.x509.Certificate.getInstance(DerObjects.read(der))));
        } catch (IOException | RuntimeException e) {
            throw new MalformedException("not an X.509 certificate", "offset 0", e);
        }
    }

    /**
     * The same content and algorithm under another signature. The content, which was read already, is copied octet for
     * octet and not read again.
     */
    public Certificate withSignature(byte[] signature) throws MalformedException {
        byte[] der = SignedDer.assemble(toBeSigned(), holder.getSignatureAlgorithm(), signature);
        Der.requireDer(der);
        ASN1EncodableVector parts = new ASN1EncodableVector(3);
        parts.add(holder.toASN1Structure().getTBSCertificate());
        parts.add(holder.getSignatureAlgorithm());
        parts.add(new DERBitString(signature));
        return new Certificate(
                der,
                new X509CertificateHolder(org.bouncycastle.asn1.x509.Certificate.getInstance(new DERSequence(parts))),
                this);
    }

    /** The DER bytes. */
    public byte[] encoded() {
        return encoded.clone();
    }

    /** The same for the ASN.1 library. */
    public X509CertificateHolder holder() {
        return holder;
    }

    /** The bytes that the issuer signed, as they stand in the certificate. */
    public byte[] toBeSigned() {
        return Der.firstWithin(encoded);
    }

    /** The signature's octets. */
    public byte[] signature() {
        return holder.getSignature();
    }

    /** The serial number; throws {@link IllegalArgumentException} for one that RFC 5280 forbids. */
    public SerialNumber serialNumber() {
        return new SerialNumber(holder.getSerialNumber());
    }

    /** The subject, byte for byte. */
    public DistinguishedName subject() {
        return subject;
    }

    /** The issuer, byte for byte. */
    public DistinguishedName issuer() {
        return issuer;
    }

    /** The period of validity. */
    public Validity validity() {
        return validity;
    }

    /** The subject's key. */
    public SubjectPublicKey publicKey() {
        SubjectPublicKey known = publicKey;
        if (known == null) {
            known = SubjectPublicKey.of(holder.getSubjectPublicKeyInfo());
            publicKey = known;
        }
        return known;
    }

    /** The SHA-256 digest of the DER bytes. */
    public Fingerprint fingerprint() {
        return Fingerprint.of(encoded);
    }

    /** Whether basicConstraints says that this is the certificate of an authority. */
    public boolean isAuthority() {
        Boolean known = authority;
        if (known == null) {
            known = extension(Extension.basicConstraints)
                    .map(value -> BasicConstraints.getInstance(value).isCA())
                    .orElse(false);
            authority = known;
        }
        return known;
    }

    /** Whether subject and issuer are the same name. */
    public boolean isSelfIssued() {
        return subject().equals(issuer());
    }

    /** The subject key identifier (RFC 5280 section 4.2.1.2); one without octets identifies nothing and counts as none. */
    public Optional<KeyIdentifier> subjectKeyIdentifier() {
        return extension(Extension.subjectKeyIdentifier)
                .map(value -> SubjectKeyIdentifier.getInstance(value).getKeyIdentifier())
                .filter(octets -> octets.length > 0)
                .map(KeyIdentifier::of);
    }

    /** The keyIdentifier of the authority key identifier (RFC 5280 section 4.2.1.1); none where it has no octets. */
    public Optional<KeyIdentifier> authorityKeyIdentifier() {
        return extension(Extension.authorityKeyIdentifier)
                .map(value -> AuthorityKeyIdentifier.getInstance(value).getKeyIdentifierOctets())
                .filter(octets -> octets.length > 0)
                .map(KeyIdentifier::of);
    }

    /** The parsed value of an extension. */
    public Optional<ASN1Encodable> extension(ASN1ObjectIdentifier oid) {
        return Optional.ofNullable(holder.getExtension(oid)).map(Extension::getParsedValue);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Certificate that && Arrays.equals(encoded, that.encoded);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(encoded);
    }

    @Override
    public String toString() {
        return subject() + " serial " + holder.getSerialNumber().toString(16);
    }
}
