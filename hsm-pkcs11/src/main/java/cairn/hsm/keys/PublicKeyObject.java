package cairn.hsm.keys;

import cairn.hsm.token.KeySpec;
import java.io.IOException;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/** A public key as a token gives it. */
public final class PublicKeyObject {
    private final KeySpec spec;
    private final byte[] info;

    private PublicKeyObject(KeySpec spec, byte[] info) {
        this.spec = spec;
        this.info = info;
    }

    static PublicKeyObject of(KeySpec spec, SubjectPublicKeyInfo info) throws IOException {
        return new PublicKeyObject(spec, info.getEncoded(ASN1Encoding.DER));
    }

    /** What kind. */
    public KeySpec spec() {
        return spec;
    }

    /** The DER SubjectPublicKeyInfo. */
    public byte[] info() {
        return info.clone();
    }
}
