package cairn.ca.x509;

import java.util.Arrays;
import java.util.Optional;

/** The kinds of key that an authority of Cairn may have, and the words that scripts use for them. */
public enum KeyType {
    EC_P256("ec-p256", "EC P-256", Family.EC),
    EC_P384("ec-p384", "EC P-384", Family.EC),
    EC_P521("ec-p521", "EC P-521", Family.EC),
    RSA_2048("rsa-2048", "RSA 2048", Family.RSA),
    RSA_3072("rsa-3072", "RSA 3072", Family.RSA),
    RSA_4096("rsa-4096", "RSA 4096", Family.RSA),
    ED25519("ed25519", "Ed25519", Family.EDWARDS),
    ML_DSA_44("ml-dsa-44", "ML-DSA-44", Family.ML_DSA),
    ML_DSA_65("ml-dsa-65", "ML-DSA-65", Family.ML_DSA),
    ML_DSA_87("ml-dsa-87", "ML-DSA-87", Family.ML_DSA),
    SLH_DSA_SHA2_128S("slh-dsa-sha2-128s", "SLH-DSA-SHA2-128s", Family.SLH_DSA),
    SLH_DSA_SHA2_128F("slh-dsa-sha2-128f", "SLH-DSA-SHA2-128f", Family.SLH_DSA),
    SLH_DSA_SHA2_192S("slh-dsa-sha2-192s", "SLH-DSA-SHA2-192s", Family.SLH_DSA),
    SLH_DSA_SHA2_256S("slh-dsa-sha2-256s", "SLH-DSA-SHA2-256s", Family.SLH_DSA);

    /** What a key type is made of, for switches that care about no size. */
    public enum Family {
        EC,
        RSA,
        EDWARDS,
        ML_DSA,
        SLH_DSA
    }

    private final String word;
    private final String title;
    private final Family family;

    KeyType(String word, String title, Family family) {
        this.word = word;
        this.title = title;
        this.family = family;
    }

    /** The word for the command line and for profiles, such as {@code ec-p256}. */
    public String word() {
        return word;
    }

    /** The name for people, such as {@code EC P-256}. */
    public String title() {
        return title;
    }

    /** The family. */
    public Family family() {
        return family;
    }

    /** The key type that {@code word} names, if any. */
    public static Optional<KeyType> ofWord(String word) {
        return Arrays.stream(values()).filter(type -> type.word.equals(word)).findFirst();
    }
}
