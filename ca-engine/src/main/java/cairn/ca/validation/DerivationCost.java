package cairn.ca.validation;

import java.math.BigInteger;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.misc.MiscObjectIdentifiers;
import org.bouncycastle.asn1.misc.ScryptParams;
import org.bouncycastle.asn1.pkcs.KeyDerivationFunc;
import org.bouncycastle.asn1.pkcs.PBES2Parameters;
import org.bouncycastle.asn1.pkcs.PBKDF2Params;
import org.bouncycastle.asn1.pkcs.PBMAC1Params;
import org.bouncycastle.asn1.pkcs.PKCS12PBEParams;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/**
 * Adds up how many rounds a key store wants before its password can be tried, so that a hostile file cannot keep the computer
 * busy for hours.
 */
final class DerivationCost {
    /** About two seconds of work; the highest count that a careful person chooses is 600,000. */
    static final long MAX_ROUNDS = 2_000_000;

    /** scrypt with more memory than this is refused. */
    private static final long MAX_SCRYPT_BYTES = 64L << 20;

    private long rounds;

    /** Adds the rounds of a MAC of PKCS#12. */
    void add(BigInteger iterations) {
        rounds += iterations.signum() < 0 || iterations.bitLength() > 40 ? MAX_ROUNDS + 1 : iterations.longValue();
    }

    /** Adds what the algorithm of an encryption or a MAC wants. */
    void add(AlgorithmIdentifier algorithm) {
        ASN1ObjectIdentifier oid = algorithm.getAlgorithm();
        if (oid.equals(PKCSObjectIdentifiers.id_PBES2)) {
            add(PBES2Parameters.getInstance(algorithm.getParameters()).getKeyDerivationFunc());
        } else if (oid.equals(PKCSObjectIdentifiers.id_PBMAC1)) {
            AlgorithmIdentifier function =
                    PBMAC1Params.getInstance(algorithm.getParameters()).getKeyDerivationFunc();
            add(KeyDerivationFunc.getInstance(function));
        } else if (algorithm.getParameters() != null) {
            add(PKCS12PBEParams.getInstance(algorithm.getParameters()).getIterations());
        }
    }

    /** Adds what a key derivation wants. */
    void add(KeyDerivationFunc function) {
        if (function.getAlgorithm().equals(PKCSObjectIdentifiers.id_PBKDF2)) {
            add(PBKDF2Params.getInstance(function.getParameters()).getIterationCount());
        } else if (function.getAlgorithm().equals(MiscObjectIdentifiers.id_scrypt)) {
            ScryptParams scrypt = ScryptParams.getInstance(function.getParameters());
            BigInteger bytes =
                    scrypt.getCostParameter().multiply(scrypt.getBlockSize()).multiply(BigInteger.valueOf(128));
            BigInteger work = bytes.multiply(scrypt.getParallelizationParameter());
            add(
                    work.compareTo(BigInteger.valueOf(4 * MAX_SCRYPT_BYTES)) > 0
                                    || bytes.compareTo(BigInteger.valueOf(MAX_SCRYPT_BYTES)) > 0
                            ? BigInteger.valueOf(MAX_ROUNDS + 1)
                            : BigInteger.ZERO);
        }
    }

    /** The refusal, where the sum is too high. */
    Optional<String> refusal() {
        return rounds <= MAX_ROUNDS
                ? Optional.empty()
                : Optional.of("The key store wants so many rounds of key derivation that trying a password would take"
                        + " unreasonably long (more than " + MAX_ROUNDS + "). It was not opened.");
    }

    long rounds() {
        return rounds;
    }
}
