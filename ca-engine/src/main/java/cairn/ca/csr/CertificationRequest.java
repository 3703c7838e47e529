package cairn.ca.csr;

import cairn.ca.x509.Certificate;
import cairn.ca.x509.Der;
import cairn.ca.x509.DerReader;
import cairn.ca.x509.DistinguishedName;
import cairn.ca.x509.Fingerprint;
import cairn.ca.x509.MalformedException;
import cairn.ca.x509.SignatureCheck;
import cairn.ca.x509.SubjectPublicKey;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Extensions;

/**
 * A PKCS#10 request as its exact DER bytes (RFC 2986 section 4). Immutable. Reading one proves nothing: see {@link
 * RequestPolicy}.
 *
 * <p>A challenge password that the request carries is part of {@link #encoded()} and stands nowhere else: ask {@link
 * #carriesChallengePassword()} before keeping the bytes, and keep {@link #fingerprint()} instead.
 */
public final class CertificationRequest {
    private static final int REQUESTED = 0xA0;

    private final byte[] encoded;
    private final byte[] information;
    private final DistinguishedName subject;
    private final SubjectPublicKey publicKey;
    private final RequestAttributes attributes;
    private final Signed signed;

    /** The two fields behind what is signed. */
    private static final class Signed {
        private final AlgorithmIdentifier algorithm;
        private final byte[] signature;

        Signed(AlgorithmIdentifier algorithm, byte[] signature) {
            this.algorithm = algorithm;
            this.signature = signature;
        }
    }

    private CertificationRequest(
            byte[] encoded,
            byte[] information,
            DistinguishedName subject,
            SubjectPublicKey publicKey,
            RequestAttributes attributes,
            Signed signed) {
        this.encoded = encoded;
        this.information = information;
        this.subject = subject;
        this.publicKey = publicKey;
        this.attributes = attributes;
        this.signed = signed;
    }

    /** Reads one DER request; refuses BER, trailing bytes and anything that is not a request. */
    public static CertificationRequest ofDer(byte[] der) throws MalformedException {
        Der.requireDer(der);
        DerReader file = DerReader.of(der, "the request");
        DerReader request = file.enter(DerReader.SEQUENCE, "the request");
        byte[] information = request.element("certificationRequestInfo");
        DerReader info = DerReader.of(der, "the request")
                .enter(DerReader.SEQUENCE, "the request")
                .enter(DerReader.SEQUENCE, "certificationRequestInfo");
        int version = info.smallInteger(DerReader.INTEGER, 255, "version");
        if (version != 0) {
            throw info.malformed("version " + version + ", where a PKCS#10 request has 0");
        }
        DistinguishedName subject = DistinguishedName.ofDer(name(info));
        SubjectPublicKey publicKey = SubjectPublicKey.ofDer(key(info));
        RequestAttributes attributes = info.nextIs(REQUESTED)
                ? RequestAttributes.read(info.enter(REQUESTED, "attributes"))
                : RequestAttributes.NONE;
        info.finish();
        int offset = request.offset();
        byte[] algorithm = request.element("signatureAlgorithm");
        byte[] signature = request.wholeOctets("signature");
        request.finish();
        try {
            Signed signed = new Signed(AlgorithmIdentifier.getInstance(algorithm), signature);
            return new CertificationRequest(der.clone(), information, subject, publicKey, attributes, signed);
        } catch (RuntimeException e) {
            throw new MalformedException("signatureAlgorithm is not an algorithm identifier", "offset " + offset, e);
        }
    }

    private static byte[] name(DerReader info) throws MalformedException {
        if (!info.nextIs(DerReader.SEQUENCE)) {
            throw info.malformed("subject is not a name");
        }
        return info.element("subject");
    }

    private static byte[] key(DerReader info) throws MalformedException {
        if (!info.nextIs(DerReader.SEQUENCE)) {
            throw info.malformed("subjectPublicKeyInfo is not a public key");
        }
        return info.element("subjectPublicKeyInfo");
    }

    /** The DER bytes, as they came. */
    public byte[] encoded() {
        return encoded.clone();
    }

    /** The SHA-256 digest of the DER bytes. */
    public Fingerprint fingerprint() {
        return Fingerprint.of(encoded);
    }

    /** The requested subject, byte for byte. */
    public DistinguishedName subject() {
        return subject;
    }

    /** The requester's key. */
    public SubjectPublicKey publicKey() {
        return publicKey;
    }

    /** What is asked for beside name and key (RFC 2985 section 5.4.2); empty where nothing is. Never to be copied as it is. */
    public Optional<Extensions> requestedExtensions() {
        return attributes.extensions();
    }

    /** The object identifiers of all attributes, in their order. */
    public List<String> attributeTypes() {
        return attributes.types();
    }

    /** Whether there is a challenge password (RFC 2985 section 5.4.1). Its text is not to be had from here. */
    public boolean carriesChallengePassword() {
        return attributes.types().contains(RequestAttributes.CHALLENGE_PASSWORD);
    }

    /** The algorithm of the proof of possession. */
    public AlgorithmIdentifier signatureAlgorithm() {
        return signed.algorithm;
    }

    /** Whether the signature is the requester's key's: proof that he holds the private key. */
    public boolean provesPossession() {
        return SignatureCheck.verifies(publicKey, signed.algorithm, information, signed.signature);
    }

    /** Whether this request asks for the key of {@code certificate}. */
    public boolean isFor(Certificate certificate) {
        return publicKey.equals(certificate.publicKey());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CertificationRequest that && Arrays.equals(encoded, that.encoded);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(encoded);
    }

    /** Subject and fingerprint; no attribute. */
    @Override
    public String toString() {
        return "request for " + subject + " " + fingerprint().hex().substring(0, 16);
    }
}
