package cairn.ca.validation;

import java.io.IOException;
import java.util.Optional;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.bouncycastle.crypto.params.RSAPrivateCrtKeyParameters;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;

/** The public key that belongs to a private one, computed, to see whether a certificate fits. */
final class PublicHalf {
    private PublicHalf() {}

    /** Empty for kinds of key for which this is not known. */
    static Optional<SubjectPublicKeyInfo> of(PrivateKeyInfo key) {
        try {
            AsymmetricKeyParameter secret = PrivateKeyFactory.createKey(key);
            return switch (secret) {
                case RSAPrivateCrtKeyParameters rsa ->
                    encoded(new RSAKeyParameters(false, rsa.getModulus(), rsa.getPublicExponent()));
                case ECPrivateKeyParameters ec -> {
                    ECDomainParameters curve = ec.getParameters();
                    yield encoded(new ECPublicKeyParameters(curve.getG().multiply(ec.getD()), curve));
                }
                case Ed25519PrivateKeyParameters ed -> encoded(ed.generatePublicKey());
                default -> Optional.empty();
            };
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<SubjectPublicKeyInfo> encoded(AsymmetricKeyParameter key) throws IOException {
        return Optional.of(SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(key));
    }
}
