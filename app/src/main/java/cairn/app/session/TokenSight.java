package cairn.app.session;

import cairn.hsm.token.KeyProof;
import cairn.hsm.token.KeyRef;
import cairn.hsm.token.KeySpec;
import cairn.hsm.token.MechanismInfo;
import cairn.hsm.token.Token;
import cairn.hsm.token.TokenException;
import cairn.hsm.token.TokenInfo;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a token shows to somebody who is logged in.
 *
 * @param offers the kinds of key that it can make and sign with
 */
public record TokenSight(TokenInfo info, List<String> offers, List<MechanismInfo> mechanisms, List<Key> keys) {
    /** What says most about the key's safety first. */
    private static final List<String> PROOFS = List.of(
            "CKA_LOCAL",
            "CKA_SENSITIVE",
            "CKA_ALWAYS_SENSITIVE",
            "CKA_EXTRACTABLE",
            "CKA_NEVER_EXTRACTABLE",
            "CKA_SIGN");

    /** Takes copies. */
    public TokenSight {
        offers = List.copyOf(offers);
        mechanisms = List.copyOf(mechanisms);
        keys = List.copyOf(keys);
    }

    /** A key and what the token says of it. */
    public record Key(KeyRef key, KeyProof proof) {
        /** Its kind in words. */
        public String kind() {
            return TokenSight.kind(key.spec());
        }

        /** What the token says of it, the weightiest first. */
        public Map<String, Boolean> answers() {
            Map<String, Boolean> ordered = new LinkedHashMap<>();
            for (String name : PROOFS) {
                Boolean said = proof.answers().get(name);
                if (said != null) {
                    ordered.put(name, said);
                }
            }
            new TreeMap<>(proof.answers()).forEach(ordered::putIfAbsent);
            return ordered;
        }
    }

    /** Looks at a token. */
    public static TokenSight of(Token token) throws TokenException {
        return new TokenSight(token.info(), offers(token), token.mechanisms(), keys(token));
    }

    /** The kinds of key that it can make and sign with. */
    public static List<String> offers(Token token) throws TokenException {
        return token.offers().stream().map(TokenSight::kind).sorted().toList();
    }

    /** Its signing keys. */
    public static List<Key> keys(Token token) throws TokenException {
        List<Key> keys = new ArrayList<>();
        for (KeyRef key : token.keys()) {
            keys.add(new Key(key, token.proof(key)));
        }
        return keys;
    }

    /** A kind of key in words. */
    public static String kind(KeySpec spec) {
        return switch (spec) {
            case KeySpec.Ec ec -> "EC " + ec.curve().name().replace("P", "P-");
            case KeySpec.Rsa rsa -> "RSA " + rsa.modulusBits();
            case KeySpec.Ed25519 ignored -> "Ed25519";
            case KeySpec.MlDsa mlDsa -> "ML-DSA-" + mlDsa.parameterSet();
            case KeySpec.SlhDsa slhDsa -> "SLH-DSA-SHA2-" + slhDsa.parameterSet();
        };
    }
}
