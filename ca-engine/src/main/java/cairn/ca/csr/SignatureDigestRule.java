package cairn.ca.csr;

import cairn.ca.x509.Finding;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.oiw.OIWObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSASSAPSSparams;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/** A proof of possession over a broken digest proves nothing (NIST SP 800-131A section 9). */
final class SignatureDigestRule implements RequestRule {
    private static final Map<ASN1ObjectIdentifier, String> BROKEN = Map.of(
            PKCSObjectIdentifiers.md2WithRSAEncryption, "MD2",
            PKCSObjectIdentifiers.md4WithRSAEncryption, "MD4",
            PKCSObjectIdentifiers.md5WithRSAEncryption, "MD5",
            OIWObjectIdentifiers.md5WithRSA, "MD5",
            PKCSObjectIdentifiers.sha1WithRSAEncryption, "SHA-1",
            OIWObjectIdentifiers.sha1WithRSA, "SHA-1",
            OIWObjectIdentifiers.idSHA1, "SHA-1",
            X9ObjectIdentifiers.ecdsa_with_SHA1, "SHA-1",
            X9ObjectIdentifiers.id_dsa_with_sha1, "SHA-1",
            PKCSObjectIdentifiers.md5, "MD5");

    @Override
    public void check(CertificationRequest request, Consumer<Finding> findings) {
        broken(request.signatureAlgorithm())
                .ifPresent(digest -> findings.accept(Finding.error(
                        "possession.digest",
                        "NIST SP 800-131A section 9; RFC 6151 section 2",
                        "signatureAlgorithm",
                        "The request is signed over " + digest + ", which is broken. Make the request with SHA-256 or"
                                + " better.")));
    }

    private static Optional<String> broken(AlgorithmIdentifier algorithm) {
        ASN1ObjectIdentifier oid = algorithm.getAlgorithm();
        if (!oid.equals(PKCSObjectIdentifiers.id_RSASSA_PSS)) {
            return Optional.ofNullable(BROKEN.get(oid));
        }
        try {
            // Parameters that leave the digest out mean SHA-1 (RFC 4055 section 3.1).
            RSASSAPSSparams parameters = RSASSAPSSparams.getInstance(algorithm.getParameters());
            ASN1ObjectIdentifier digest = parameters == null
                    ? OIWObjectIdentifiers.idSHA1
                    : parameters.getHashAlgorithm().getAlgorithm();
            return Optional.ofNullable(BROKEN.get(digest));
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }
}
