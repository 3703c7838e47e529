package cairn.hsm.token;

/** What kind of key pair. The words are those of PKCS#11 and of the FIPS that defines the algorithm. */
public sealed interface KeySpec {
    /** An elliptic curve key for ECDSA. */
    record Ec(Curve curve) implements KeySpec {}

    /** An Ed25519 key. */
    record Ed25519() implements KeySpec {}

    /** An RSA key with public exponent 65537; {@code modulusBits} is 2048, 3072 or 4096. */
    record Rsa(int modulusBits) implements KeySpec {
        public Rsa {
            if (modulusBits != 2048 && modulusBits != 3072 && modulusBits != 4096) {
                throw new IllegalArgumentException("RSA keys have 2048, 3072 or 4096 bits, not " + modulusBits);
            }
        }
    }

    /** An ML-DSA key (FIPS 204); {@code parameterSet} is 44, 65 or 87. */
    record MlDsa(int parameterSet) implements KeySpec {
        public MlDsa {
            if (parameterSet != 44 && parameterSet != 65 && parameterSet != 87) {
                throw new IllegalArgumentException("ML-DSA has the parameter sets 44, 65 and 87, not " + parameterSet);
            }
        }
    }

    /** An SLH-DSA key (FIPS 205), SHA-2 family; {@code parameterSet} is such as {@code 128s}. */
    record SlhDsa(String parameterSet) implements KeySpec {
        public SlhDsa {
            if (!parameterSet.matches("128s|128f|192s|192f|256s|256f")) {
                throw new IllegalArgumentException("no such SLH-DSA parameter set: " + parameterSet);
            }
        }
    }

    /** The curves of FIPS 186 that Cairn uses. */
    enum Curve {
        P256,
        P384,
        P521
    }
}
