package cairn.ca.publication;

import cairn.ca.x509.Certificate;
import cairn.ca.x509.SignatureAlgorithm;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerIdentifier;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/**
 * A signature over a file, beside the file: CMS SignedData without content (RFC 5652 section 5), with the signer's
 * certificates. What is signed are the signed attributes, a SET, which nobody can take for a certificate or a list.
 */
public final class DetachedSignature {
    private static final int BUFFER = 1 << 16;

    private final SignatureAlgorithm algorithm;
    private final List<Certificate> chain;

    /**
     * By the key of {@code chain}'s first certificate.
     *
     * @param chain the signer's certificate, then those above it
     */
    public DetachedSignature(SignatureAlgorithm algorithm, List<Certificate> chain) {
        this.algorithm = algorithm;
        this.chain = List.copyOf(chain);
    }

    /** Signs octets with the key that belongs to the certificate. */
    public interface Key<X extends Exception> {
        /** The signature as it stands in a BIT STRING or OCTET STRING. */
        byte[] sign(byte[] content) throws X;
    }

    /** The signature over what {@code content} gives, in DER. */
    public <X extends Exception> byte[] over(InputStream content, Instant at, Key<X> key) throws IOException, X {
        Hash hash = hash();
        ASN1EncodableVector attributes = new ASN1EncodableVector();
        attributes.add(new Attribute(CMSAttributes.contentType, new DERSet(CMSObjectIdentifiers.data)));
        attributes.add(new Attribute(CMSAttributes.signingTime, new DERSet(new Time(Date.from(at)))));
        attributes.add(new Attribute(
                CMSAttributes.messageDigest, new DERSet(new DEROctetString(digest(content, hash.name())))));
        DERSet signed = new DERSet(attributes);
        byte[] signature = key.sign(signed.getEncoded(ASN1Encoding.DER));
        AlgorithmIdentifier digest = new AlgorithmIdentifier(hash.identifier());
        org.bouncycastle.asn1.x509.Certificate signer = parsed(chain.getFirst());
        SignerInfo info = new SignerInfo(
                new SignerIdentifier(new IssuerAndSerialNumber(
                        signer.getIssuer(), signer.getSerialNumber().getValue())),
                digest,
                signed,
                algorithm.identifier(),
                new DEROctetString(signature),
                null);
        ASN1EncodableVector certificates = new ASN1EncodableVector();
        chain.forEach(each -> certificates.add(parsed(each)));
        SignedData data = new SignedData(
                new DERSet(digest),
                new ContentInfo(CMSObjectIdentifiers.data, null),
                new DERSet(certificates),
                null,
                new DERSet(info));
        return new ContentInfo(CMSObjectIdentifiers.signedData, data).getEncoded(ASN1Encoding.DER);
    }

    private static org.bouncycastle.asn1.x509.Certificate parsed(Certificate certificate) {
        return certificate.holder().toASN1Structure();
    }

    private static byte[] digest(InputStream content, String name) throws IOException {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance(name);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has " + name, e);
        }
        byte[] buffer = new byte[BUFFER];
        for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
            digest.update(buffer, 0, read);
        }
        return digest.digest();
    }

    private record Hash(String name, ASN1ObjectIdentifier identifier) {}

    /** The signature's own; where it has none, the one that its RFC names (RFC 8419, 9814, 9882). */
    private Hash hash() {
        return switch (algorithm) {
            case ECDSA_SHA256, RSA_SHA256, RSA_PSS_SHA256, SLH_DSA_SHA2_128S, SLH_DSA_SHA2_128F ->
                new Hash("SHA-256", NISTObjectIdentifiers.id_sha256);
            case ECDSA_SHA384, RSA_SHA384, RSA_PSS_SHA384 -> new Hash("SHA-384", NISTObjectIdentifiers.id_sha384);
            case ECDSA_SHA512,
                    RSA_SHA512,
                    RSA_PSS_SHA512,
                    ED25519,
                    ML_DSA_44,
                    ML_DSA_65,
                    ML_DSA_87,
                    SLH_DSA_SHA2_192S,
                    SLH_DSA_SHA2_256S -> new Hash("SHA-512", NISTObjectIdentifiers.id_sha512);
        };
    }
}
