package cairn.hsm.token;

/**
 * How to sign. The data handed over is always the whole message; whether its digest is made here or in the token is
 * the token's matter.
 */
public sealed interface SignMechanism {
    /** ECDSA; the answer is r and s, each as long as the order, as PKCS#11 gives it. */
    record Ecdsa(Digest digest) implements SignMechanism {}

    /** RSASSA-PKCS1-v1_5. */
    record RsaPkcs(Digest digest) implements SignMechanism {}

    /** RSASSA-PSS with MGF1 over the same digest. */
    record RsaPss(Digest digest, int saltLength) implements SignMechanism {}

    /** Pure Ed25519. */
    record EdDsa() implements SignMechanism {}

    /** Pure ML-DSA with an empty context, hedged where the token chooses. */
    record MlDsa() implements SignMechanism {}

    /** Pure SLH-DSA with an empty context. */
    record SlhDsa() implements SignMechanism {}

    /** The digests in use. */
    enum Digest {
        SHA256("SHA-256"),
        SHA384("SHA-384"),
        SHA512("SHA-512");

        private final String jcaName;

        Digest(String jcaName) {
            this.jcaName = jcaName;
        }

        /** The name for {@link java.security.MessageDigest}. */
        public String jcaName() {
            return jcaName;
        }
    }
}
