package cairn.hsm.softtoken;

import cairn.hsm.token.KeyRef;
import java.io.IOException;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.jspecify.annotations.Nullable;

/** One key pair as the token keeps it; the private half is parsed at its first use and then kept parsed. */
final class StoredKey {
    private final KeyRef reference;
    private final byte[] privateKeyInfo;
    private final byte[] subjectPublicKeyInfo;
    private volatile @Nullable AsymmetricKeyParameter parsed;

    StoredKey(KeyRef reference, byte[] privateKeyInfo, byte[] subjectPublicKeyInfo) {
        this.reference = reference;
        this.privateKeyInfo = privateKeyInfo;
        this.subjectPublicKeyInfo = subjectPublicKeyInfo;
    }

    KeyRef reference() {
        return reference;
    }

    byte[] privateKeyInfo() {
        return privateKeyInfo.clone();
    }

    byte[] subjectPublicKeyInfo() {
        return subjectPublicKeyInfo.clone();
    }

    AsymmetricKeyParameter privateKey() {
        AsymmetricKeyParameter key = parsed;
        if (key == null) {
            try {
                key = PrivateKeyFactory.createKey(PrivateKeyInfo.getInstance(privateKeyInfo));
            } catch (IOException e) {
                throw new IllegalStateException("a key that this token sealed cannot be parsed", e);
            }
            parsed = key;
        }
        return key;
    }
}
