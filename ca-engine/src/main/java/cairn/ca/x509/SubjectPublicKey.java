package cairn.ca.x509;

import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.util.PublicKeyFactory;
import org.jspecify.annotations.Nullable;

/** A SubjectPublicKeyInfo as its exact DER bytes (RFC 5280 section 4.1.2.7). */
public final class SubjectPublicKey {
    private static final FreshDigest SHA_1 = new FreshDigest("SHA-1");

    /** Key types whose object identifier says everything. */
    private static final Map<ASN1ObjectIdentifier, KeyType> FIXED = Map.of(
            EdECObjectIdentifiers.id_Ed25519, KeyType.ED25519,
            NISTObjectIdentifiers.id_ml_dsa_44, KeyType.ML_DSA_44,
            NISTObjectIdentifiers.id_ml_dsa_65, KeyType.ML_DSA_65,
            NISTObjectIdentifiers.id_ml_dsa_87, KeyType.ML_DSA_87,
            NISTObjectIdentifiers.id_slh_dsa_sha2_128s, KeyType.SLH_DSA_SHA2_128S,
            NISTObjectIdentifiers.id_slh_dsa_sha2_128f, KeyType.SLH_DSA_SHA2_128F,
            NISTObjectIdentifiers.id_slh_dsa_sha2_192s, KeyType.SLH_DSA_SHA2_192S,
            NISTObjectIdentifiers.id_slh_dsa_sha2_256s, KeyType.SLH_DSA_SHA2_256S);

    private final byte[] encoded;
    private final SubjectPublicKeyInfo info;
    private volatile @Nullable ECPublicKeyParameters point;
    private volatile @Nullable Fingerprint fingerprint;

    private SubjectPublicKey(byte[] encoded, SubjectPublicKeyInfo info) {
        this.encoded = encoded;
        this.info = info;
    }

    /** Reads the DER bytes of a SubjectPublicKeyInfo and keeps them as they are. */
    public static SubjectPublicKey ofDer(byte[] der) throws MalformedException {
        DerReader reader = DerReader.of(der, "the public key");
        CertificateStructure.publicKey(reader);
        reader.finish();
        try {
            return new SubjectPublicKey(der.clone(), SubjectPublicKeyInfo.getInstance(der));
        } catch (RuntimeException e) {
            throw new MalformedException("not the DER encoding of a SubjectPublicKeyInfo", "offset 0", e);
        }
    }

    /** Wraps what the ASN.1 library built or read. */
    public static SubjectPublicKey of(SubjectPublicKeyInfo info) {
        try {
            return new SubjectPublicKey(info.getEncoded("DER"), info);
        } catch (IOException e) {
            throw new IllegalStateException("a key in memory can be encoded", e);
        }
    }

    /** The DER bytes. */
    public byte[] encoded() {
        return encoded.clone();
    }

    /** The same for the ASN.1 library. */
    public SubjectPublicKeyInfo info() {
        return info;
    }

    /**
     * The point of an elliptic curve key. Kept once it was read: what the library works out about a point makes the next
     * check with the same key cost a third.
     *
     * @throws IOException if it cannot be read, or a RuntimeException of the library
     */
    ECPublicKeyParameters point() throws IOException {
        ECPublicKeyParameters known = point;
        if (known == null) {
            known = (ECPublicKeyParameters) PublicKeyFactory.createKey(info);
            point = known;
        }
        return known;
    }

    /** The digest of the DER bytes: the name under which a key is searched and blocked. */
    public Fingerprint fingerprint() {
        Fingerprint known = fingerprint;
        if (known == null) {
            known = Fingerprint.of(encoded);
            fingerprint = known;
        }
        return known;
    }

    /** SHA-1 of the key's bits: method 1 of RFC 5280 section 4.2.1.2. An identifier, not a security property. */
    public KeyIdentifier keyIdentifier() {
        return KeyIdentifier.of(SHA_1.begin().digest(info.getPublicKeyData().getOctets()));
    }

    /** The kind of key, if it is one that an authority of Cairn may have. */
    public Optional<KeyType> type() {
        ASN1ObjectIdentifier oid = info.getAlgorithm().getAlgorithm();
        if (oid.equals(X9ObjectIdentifiers.id_ecPublicKey)) {
            return ecType();
        }
        if (oid.equals(PKCSObjectIdentifiers.rsaEncryption)) {
            return rsaType();
        }
        return Optional.ofNullable(FIXED.get(oid));
    }

    private Optional<KeyType> ecType() {
        Object curve = info.getAlgorithm().getParameters();
        if (X9ObjectIdentifiers.prime256v1.equals(curve)) {
            return Optional.of(KeyType.EC_P256);
        }
        if (SECObjectIdentifiers.secp384r1.equals(curve)) {
            return Optional.of(KeyType.EC_P384);
        }
        return SECObjectIdentifiers.secp521r1.equals(curve) ? Optional.of(KeyType.EC_P521) : Optional.empty();
    }

    private Optional<KeyType> rsaType() {
        try {
            int bits =
                    RSAPublicKey.getInstance(info.parsePublicKey()).getModulus().bitLength();
            return switch (bits) {
                case 2048 -> Optional.of(KeyType.RSA_2048);
                case 3072 -> Optional.of(KeyType.RSA_3072);
                case 4096 -> Optional.of(KeyType.RSA_4096);
                default -> Optional.empty();
            };
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SubjectPublicKey that && Arrays.equals(encoded, that.encoded);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(encoded);
    }

    @Override
    public String toString() {
        return type().map(KeyType::title)
                        .orElse(info.getAlgorithm().getAlgorithm().getId()) + " "
                + fingerprint().hex().substring(0, 16);
    }
}
