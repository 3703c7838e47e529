package cairn.ca.issuance;

import cairn.ca.audit.AuthorityName;
import cairn.ca.lint.LintContext;
import cairn.ca.profile.IssuerData;
import cairn.ca.signing.SigningKey;
import cairn.ca.x509.Certificate;
import cairn.ca.x509.KeyType;
import cairn.ca.x509.SignatureAlgorithm;
import cairn.ca.x509.SubjectPublicKey;
import java.util.Optional;

/**
 * An authority that can sign now: its certificate and the key on the token, which were compared. One is made for each
 * session of a token, so that the comparison stands before the first use of the key in that session.
 */
public final class Issuer {
    private final AuthorityName name;
    private final Optional<Certificate> certificate;
    private final SigningKey key;
    private final SubjectPublicKey publicKey;
    private final KeyType keyType;
    private final SignatureAlgorithm algorithm;
    private final IssuerData data;
    private final LintContext lintContext;

    private Issuer(
            AuthorityName name,
            Optional<Certificate> certificate,
            SigningKey key,
            SubjectPublicKey publicKey,
            SignatureAlgorithm algorithm)
            throws IssuanceException.Refused {
        this.name = name;
        this.certificate = certificate;
        this.key = key;
        this.publicKey = publicKey;
        this.keyType = publicKey
                .type()
                .orElseThrow(() -> new IssuanceException.Refused(
                        "issuer-key", "the key of authority " + name + " is of no type that an authority may have"));
        this.algorithm = algorithm;
        this.data = certificate
                .map(found -> IssuerData.of(found, algorithm))
                .orElseGet(() -> IssuerData.selfSigned(publicKey, algorithm));
        this.lintContext = certificate.map(LintContext.internal()::issuedBy).orElseGet(LintContext::internal);
        if (algorithm.family() != keyType.family()) {
            throw new IssuanceException.Refused(
                    "issuer-key",
                    "a key of type " + keyType.title() + " cannot sign by " + algorithm.word() + " (authority " + name
                            + ")");
        }
    }

    /** The authority with this certificate. Refuses a key that is not the one in the certificate. */
    public static Issuer of(AuthorityName name, Certificate certificate, SigningKey key, SignatureAlgorithm algorithm)
            throws IssuanceException.Refused {
        SubjectPublicKey certified = certificate.publicKey();
        if (!certified.equals(key.publicKey())) {
            throw new IssuanceException.Refused(
                    "issuer-key",
                    "the token's key " + key.reference().label() + " is " + key.publicKey()
                            + ", but the certificate of authority " + name + " holds " + certified);
        }
        return new Issuer(name, Optional.of(certificate), key, certified, algorithm);
    }

    /** A root that is about to sign its own certificate. */
    public static Issuer selfSigned(AuthorityName name, SigningKey key, SignatureAlgorithm algorithm)
            throws IssuanceException.Refused {
        return new Issuer(name, Optional.empty(), key, key.publicKey(), algorithm);
    }

    /** The workspace's name for it. */
    public AuthorityName name() {
        return name;
    }

    /** Its certificate; empty only for a root that is about to sign its own. */
    public Optional<Certificate> certificate() {
        return certificate;
    }

    /** Its public key: the one in the certificate and on the token. */
    public SubjectPublicKey publicKey() {
        return publicKey;
    }

    /** The kind of its key. */
    public KeyType keyType() {
        return keyType;
    }

    /** The algorithm by which it signs. */
    public SignatureAlgorithm algorithm() {
        return algorithm;
    }

    /** What profiles must know of it. */
    IssuerData data() {
        return data;
    }

    /** What is linted below it is linted in this context. */
    LintContext lintContext() {
        return lintContext;
    }

    /** The private key, where it lies. */
    public SigningKey key() {
        return key;
    }
}
