package cairn.hsm.signer;

import java.io.IOException;
import java.math.BigInteger;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERSequence;

/** ECDSA signatures in the form of certificates (RFC 3279 section 2.2.3). */
final class EcdsaSignature {
    private EcdsaSignature() {}

    /**
     * The DER SEQUENCE of r and s.
     *
     * @param joined r and s, each as long as the order (PKCS#11 section 6.3.1)
     * @throws IllegalArgumentException if they cannot be of equal length
     */
    static byte[] der(byte[] joined) {
        int half = joined.length / 2;
        if (joined.length == 0 || joined.length % 2 != 0) {
            throw new IllegalArgumentException(
                    "r and s are equally long, but together have " + joined.length + " octets");
        }
        ASN1EncodableVector pair = new ASN1EncodableVector();
        pair.add(new ASN1Integer(new BigInteger(1, Arrays.copyOfRange(joined, 0, half))));
        pair.add(new ASN1Integer(new BigInteger(1, Arrays.copyOfRange(joined, half, joined.length))));
        try {
            return new DERSequence(pair).getEncoded();
        } catch (IOException e) {
            throw new IllegalStateException("two numbers can be encoded", e);
        }
    }
}
