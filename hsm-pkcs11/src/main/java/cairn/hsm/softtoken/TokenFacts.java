package cairn.hsm.softtoken;

import cairn.hsm.token.KeyProof;
import cairn.hsm.token.MechanismInfo;
import cairn.hsm.token.Pin;
import cairn.hsm.token.TokenException;
import cairn.hsm.token.TokenException.Failure;
import cairn.hsm.token.TokenInfo;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/** What is the same for every software token: what it calls itself, its mechanisms, its limits. */
final class TokenFacts {
    private static final int MAX_LABEL_OCTETS = 32;

    /** NIST SP 800-63B asks for so many of a secret that a person chooses. Tokens of before may have less and still open. */
    private static final int MIN_PIN_CHARACTERS = 8;

    private static final int MAX_PIN_OCTETS = 1024;

    private static final Set<String> GENERATES = Set.of("CKF_GENERATE_KEY_PAIR");
    private static final Set<String> SIGNS = Set.of("CKF_SIGN");

    /** Numbers of PKCS#11 3.2. */
    static final List<MechanismInfo> MECHANISMS = List.of(
            new MechanismInfo(0x0000, "CKM_RSA_PKCS_KEY_PAIR_GEN", 2048, 4096, GENERATES),
            new MechanismInfo(0x001C, "CKM_ML_DSA_KEY_PAIR_GEN", 0, 0, GENERATES),
            new MechanismInfo(0x001D, "CKM_ML_DSA", 0, 0, SIGNS),
            new MechanismInfo(0x002D, "CKM_SLH_DSA_KEY_PAIR_GEN", 0, 0, GENERATES),
            new MechanismInfo(0x002E, "CKM_SLH_DSA", 0, 0, SIGNS),
            new MechanismInfo(0x0040, "CKM_SHA256_RSA_PKCS", 2048, 4096, SIGNS),
            new MechanismInfo(0x0041, "CKM_SHA384_RSA_PKCS", 2048, 4096, SIGNS),
            new MechanismInfo(0x0042, "CKM_SHA512_RSA_PKCS", 2048, 4096, SIGNS),
            new MechanismInfo(0x0043, "CKM_SHA256_RSA_PKCS_PSS", 2048, 4096, SIGNS),
            new MechanismInfo(0x0044, "CKM_SHA384_RSA_PKCS_PSS", 2048, 4096, SIGNS),
            new MechanismInfo(0x0045, "CKM_SHA512_RSA_PKCS_PSS", 2048, 4096, SIGNS),
            new MechanismInfo(0x1040, "CKM_EC_KEY_PAIR_GEN", 256, 521, GENERATES),
            new MechanismInfo(0x1044, "CKM_ECDSA_SHA256", 256, 521, SIGNS),
            new MechanismInfo(0x1045, "CKM_ECDSA_SHA384", 256, 521, SIGNS),
            new MechanismInfo(0x1046, "CKM_ECDSA_SHA512", 256, 521, SIGNS),
            new MechanismInfo(0x1055, "CKM_EC_EDWARDS_KEY_PAIR_GEN", 256, 256, GENERATES),
            new MechanismInfo(0x1057, "CKM_EDDSA", 256, 256, SIGNS));

    /** True as far as software can keep such a promise, which the deviation says. */
    static final KeyProof PROOF = new KeyProof(
            Map.of(
                    "CKA_LOCAL", true,
                    "CKA_TOKEN", true,
                    "CKA_PRIVATE", true,
                    "CKA_SENSITIVE", true,
                    "CKA_ALWAYS_SENSITIVE", true,
                    "CKA_EXTRACTABLE", false,
                    "CKA_NEVER_EXTRACTABLE", true,
                    "CKA_SIGN", true,
                    "CKA_DECRYPT", false,
                    "CKA_UNWRAP", false),
            Set.of("The key is kept by software, not by an HSM: the answers hold for this program only. Whoever has the"
                    + " token's file and passphrase, or can read this program's memory, has the key."));

    private TokenFacts() {}

    static TokenInfo info(TokenHeader header) {
        return new TokenInfo(
                header.label(),
                header.serialNumber(),
                "Cairn",
                "software token (not an HSM)",
                "1.0",
                true,
                Set.of("CKF_TOKEN_INITIALIZED", "CKF_LOGIN_REQUIRED", "CKF_USER_PIN_INITIALIZED", "CKF_RNG"),
                OptionalLong.empty(),
                MIN_PIN_CHARACTERS,
                MAX_PIN_OCTETS);
    }

    static void requireLabel(String label) throws TokenException {
        if (label.isBlank() || label.getBytes(StandardCharsets.UTF_8).length > MAX_LABEL_OCTETS) {
            throw new TokenException(Failure.BAD_REQUEST, "a token's label has 1 to 32 octets");
        }
    }

    /** For a passphrase that is being set. */
    static void requireSuitable(Pin passphrase) throws TokenException {
        if (characters(passphrase) < MIN_PIN_CHARACTERS || passphrase.length() > MAX_PIN_OCTETS) {
            throw new TokenException(
                    Failure.PIN_UNSUITABLE,
                    "a new passphrase has at least " + MIN_PIN_CHARACTERS + " characters (NIST SP 800-63B) and at most "
                            + MAX_PIN_OCTETS + " octets");
        }
    }

    /** Each character of UTF-8 has one octet that does not continue another; a key of any octets is no text and passes. */
    private static int characters(Pin passphrase) {
        int count = 0;
        for (byte octet : passphrase.octets().toArray(ValueLayout.JAVA_BYTE)) {
            count += (octet & 0xC0) == 0x80 ? 0 : 1;
        }
        return count;
    }
}
