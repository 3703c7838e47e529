package cairn.ca.lint.key;

import cairn.ca.lint.CertificateRule;
import java.util.List;

/** The rules of this package in the order in which findings are shown. A rule is added here, or it does not run. */
public final class KeyRules {
    private KeyRules() {}

    /** All of them. */
    public static List<CertificateRule> all() {
        return List.of(
                new KeyAlgorithm(),
                new Round3Algorithm(),
                new SignatureDigest(),
                new RsaSignatureNull(),
                new EcdsaParametersAbsent(),
                new EdwardsParametersAbsent(),
                new PostQuantumParametersAbsent(),
                new KeyBitsWhole(),
                new KeyLength(),
                new RsaKeyReadable(),
                new RsaKeyParameters(),
                new RsaSize(),
                new RsaExponent(),
                new RsaExponentRange(),
                new RsaSmallFactors(),
                new RsaClosePrimes(),
                new EcCurve(),
                new EcPoint());
    }
}
