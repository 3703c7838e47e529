package cairn.ca.validation;

import cairn.ca.x509.KeyType;
import cairn.ca.x509.SignatureAlgorithm;
import cairn.ca.x509.SubjectPublicKey;
import java.io.IOException;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.nist.NISTNamedCurves;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.operator.DefaultAlgorithmNameFinder;
import org.jspecify.annotations.Nullable;

/** Keys and algorithms in words. */
final class KeyWords {
    private KeyWords() {}

    static String of(SubjectPublicKey key) {
        return key.type().map(KeyType::title).orElseGet(() -> other(key));
    }

    private static String other(SubjectPublicKey key) {
        AlgorithmIdentifier algorithm = key.info().getAlgorithm();
        try {
            if (algorithm.getAlgorithm().equals(PKCSObjectIdentifiers.rsaEncryption)) {
                return "RSA "
                        + RSAPublicKey.getInstance(key.info().parsePublicKey())
                                .getModulus()
                                .bitLength();
            }
        } catch (IOException | RuntimeException e) {
            return "RSA, unreadable";
        }
        return algorithm(algorithm);
    }

    /** The name of the algorithm of a key, with its curve where there is one. */
    static String algorithm(AlgorithmIdentifier algorithm) {
        if (algorithm.getAlgorithm().equals(X9ObjectIdentifiers.id_ecPublicKey)) {
            String curve = algorithm.getParameters() instanceof ASN1ObjectIdentifier oid
                    ? curve(oid)
                    : "with explicit parameters";
            return "EC " + (curve == null ? algorithm.getParameters() : curve);
        }
        return signature(algorithm);
    }

    /** The name of NIST where there is one, as everywhere else: the same curve is prime256v1 and secp256r1 to others. */
    private static @Nullable String curve(ASN1ObjectIdentifier oid) {
        String name = NISTNamedCurves.getName(oid);
        return name == null ? ECNamedCurveTable.getName(oid) : name;
    }

    /** The name of a signature algorithm. */
    static String signature(AlgorithmIdentifier algorithm) {
        Optional<SignatureAlgorithm> known = SignatureAlgorithm.of(algorithm);
        if (known.isPresent()) {
            return known.get().word();
        }
        DefaultAlgorithmNameFinder names = new DefaultAlgorithmNameFinder();
        return names.hasAlgorithmName(algorithm.getAlgorithm())
                ? names.getAlgorithmName(algorithm.getAlgorithm())
                : algorithm.getAlgorithm().getId();
    }
}
