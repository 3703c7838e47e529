package cairn.ca.publication;

import cairn.ca.x509.Certificate;
import cairn.ca.x509.SignatureAlgorithm;
import cairn.ca.x509.SignatureCheck;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.Optional;
import org.bouncycastle.asn1.pkcs.EncryptedPrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.PEMEncryptedKeyPair;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JceOpenSSLPKCS8DecryptorProviderBuilder;
import org.bouncycastle.operator.DefaultSignatureNameFinder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;
import org.bouncycastle.pkcs.PKCSException;

/**
 * A subscriber's private key in a file: PKCS#8 (RFC 5958) in PEM or DER, open or under a password, and the older PEM forms
 * of OpenSSL without a password. Never an authority's key: those do not leave their token.
 */
public final class PrivateKeyText {
    private static final BouncyCastleProvider BOUNCY_CASTLE = new BouncyCastleProvider();
    private static final int SEQUENCE = 0x30;
    private static final byte[] PROBE = "whose key is this?".getBytes(StandardCharsets.US_ASCII);

    private PrivateKeyText() {}

    /**
     * Reads it.
     *
     * @param password of an encrypted key; the caller wipes it
     * @throws PublicationException if there is no private key, or the password is missing or wrong
     */
    public static PrivateKey read(byte[] content, Optional<char[]> password) throws PublicationException {
        try {
            PrivateKeyInfo info = info(content, password);
            PrivateKey key = BouncyCastleProvider.getPrivateKey(info);
            if (key == null) {
                throw new PublicationException("the private key is of an unknown kind: "
                        + info.getPrivateKeyAlgorithm().getAlgorithm().getId());
            }
            return key;
        } catch (IOException | RuntimeException e) {
            throw new PublicationException("the file holds no private key that can be read", e);
        }
    }

    /**
     * Refuses a private key that is not the certificate's, shown by a signature.
     *
     * @throws PublicationException if it is another's, or of a kind that cannot sign
     */
    public static void requireKeyOf(Certificate certificate, PrivateKey key) throws PublicationException {
        SignatureAlgorithm algorithm = certificate
                .publicKey()
                .type()
                .map(SignatureAlgorithm::defaultFor)
                .orElseThrow(() -> new PublicationException(
                        "the certificate's key is of a kind that cannot be compared with a private key"));
        byte[] signature;
        try {
            Signature signer = Signature.getInstance(
                    new DefaultSignatureNameFinder().getAlgorithmName(algorithm.identifier()), BOUNCY_CASTLE);
            signer.initSign(key);
            signer.update(PROBE);
            signature = signer.sign();
        } catch (GeneralSecurityException e) {
            throw new PublicationException("the private key is not the one that was certified", e);
        }
        if (!SignatureCheck.verifies(certificate.publicKey(), algorithm.identifier(), PROBE, signature)) {
            throw new PublicationException("the private key is not the one that was certified");
        }
    }

    private static PrivateKeyInfo info(byte[] content, Optional<char[]> password)
            throws IOException, PublicationException {
        if (content.length > 0 && content[0] == SEQUENCE) {
            return ofDer(content, password);
        }
        try (PEMParser parser =
                new PEMParser(new InputStreamReader(new ByteArrayInputStream(content), StandardCharsets.ISO_8859_1))) {
            for (Object found = parser.readObject(); found != null; found = parser.readObject()) {
                switch (found) {
                    case PrivateKeyInfo open -> {
                        return open;
                    }
                    case PEMKeyPair pair -> {
                        return pair.getPrivateKeyInfo();
                    }
                    case PKCS8EncryptedPrivateKeyInfo encrypted -> {
                        return decrypt(encrypted, password);
                    }
                    case PEMEncryptedKeyPair old ->
                        throw new PublicationException(
                                "the private key is encrypted in OpenSSL's old form, which is not"
                                        + " read here; convert it with openssl pkcs8 -topk8");
                    default -> {} // a certificate or curve parameters before the key
                }
            }
        }
        throw new PublicationException("the file holds no private key");
    }

    private static PrivateKeyInfo ofDer(byte[] content, Optional<char[]> password)
            throws IOException, PublicationException {
        try {
            return PrivateKeyInfo.getInstance(content);
        } catch (IllegalArgumentException e) {
            return decrypt(new PKCS8EncryptedPrivateKeyInfo(EncryptedPrivateKeyInfo.getInstance(content)), password);
        }
    }

    private static PrivateKeyInfo decrypt(PKCS8EncryptedPrivateKeyInfo encrypted, Optional<char[]> password)
            throws PublicationException {
        char[] given = password.orElseThrow(
                () -> new PublicationException("the private key is encrypted, and no password was given for it"));
        try {
            return encrypted.decryptPrivateKeyInfo(new JceOpenSSLPKCS8DecryptorProviderBuilder()
                    .setProvider(BOUNCY_CASTLE)
                    .build(given));
        } catch (PKCSException | OperatorCreationException e) {
            throw new PublicationException("the private key cannot be decrypted; the password may be wrong", e);
        }
    }
}
