package cairn.hsm.softtoken;

import java.io.IOException;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1UTF8String;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.misc.MiscObjectIdentifiers;
import org.bouncycastle.asn1.misc.ScryptParams;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/**
 * What anybody may read of a software token: label, serial number and how the passphrase is stretched. The seal covers
 * its encoding, so that a change is found at the next opening.
 */
final class TokenHeader {
    private static final int VERSION = 1;

    private final String label;
    private final String serialNumber;
    private final ScryptCost cost;
    private final byte[] salt;

    TokenHeader(String label, String serialNumber, ScryptCost cost, byte[] salt) {
        this.label = label;
        this.serialNumber = serialNumber;
        this.cost = cost;
        this.salt = salt.clone();
    }

    String label() {
        return label;
    }

    String serialNumber() {
        return serialNumber;
    }

    ScryptCost cost() {
        return cost;
    }

    byte[] salt() {
        return salt.clone();
    }

    boolean hasSalt(byte[] other) {
        return Arrays.equals(salt, other);
    }

    TokenHeader withSalt(byte[] fresh) {
        return new TokenHeader(label, serialNumber, cost, fresh);
    }

    byte[] encoded() {
        ScryptParams parameters = new ScryptParams(salt, cost.n(), cost.blockSize(), cost.parallelism());
        try {
            return new DERSequence(new ASN1Encodable[] {
                        new ASN1Integer(VERSION),
                        new DERUTF8String(label),
                        new DERUTF8String(serialNumber),
                        new AlgorithmIdentifier(MiscObjectIdentifiers.id_scrypt, parameters)
                    })
                    .getEncoded(ASN1Encoding.DER);
        } catch (IOException e) {
            throw new IllegalStateException("a header cannot be encoded", e);
        }
    }

    /** @throws IllegalArgumentException if it is not a header of a version known here */
    static TokenHeader decode(ASN1Sequence header) {
        if (header.size() != 4
                || !ASN1Integer.getInstance(header.getObjectAt(0)).hasValue(VERSION)) {
            throw new IllegalArgumentException("a version of the software token that this program does not know");
        }
        AlgorithmIdentifier stretching = AlgorithmIdentifier.getInstance(header.getObjectAt(3));
        if (!stretching.getAlgorithm().equals(MiscObjectIdentifiers.id_scrypt)) {
            throw new IllegalArgumentException("the passphrase is not stretched by scrypt");
        }
        ScryptParams parameters = ScryptParams.getInstance(stretching.getParameters());
        ScryptCost cost = new ScryptCost(
                parameters.getCostParameter().intValueExact(),
                parameters.getBlockSize().intValueExact(),
                parameters.getParallelizationParameter().intValueExact());
        return new TokenHeader(
                ASN1UTF8String.getInstance(header.getObjectAt(1)).getString(),
                ASN1UTF8String.getInstance(header.getObjectAt(2)).getString(),
                cost,
                parameters.getSalt());
    }
}
