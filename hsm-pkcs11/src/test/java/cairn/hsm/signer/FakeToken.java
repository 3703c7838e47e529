package cairn.hsm.signer;

import cairn.hsm.token.KeyProof;
import cairn.hsm.token.KeyRef;
import cairn.hsm.token.KeySpec;
import cairn.hsm.token.KeySpec.Curve;
import cairn.hsm.token.MechanismInfo;
import cairn.hsm.token.SignMechanism;
import cairn.hsm.token.Token;
import cairn.hsm.token.TokenException;
import cairn.hsm.token.TokenException.Failure;
import cairn.hsm.token.TokenInfo;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Keys, public halves and answers as a test sets them. */
final class FakeToken implements Token {
    final List<KeyRef> keys = new ArrayList<>();
    final Map<String, byte[]> publicKeys = new HashMap<>();
    final List<String> asked = new ArrayList<>();
    byte[] signature = {};

    @Nullable
    TokenException failure;

    boolean software;
    int closed;

    private void ask(String what) throws TokenException {
        asked.add(what);
        if (failure != null) {
            throw failure;
        }
    }

    @Override
    public TokenInfo info() throws TokenException {
        ask("info");
        return new TokenInfo("granite", "J1", "maker", "model", "1.0", software, Set.of(), OptionalLong.empty(), 4, 8);
    }

    @Override
    public List<MechanismInfo> mechanisms() {
        return List.of();
    }

    @Override
    public Set<KeySpec> offers() throws TokenException {
        ask("offers");
        return Set.of(new KeySpec.Ec(Curve.P256), new KeySpec.MlDsa(87), new KeySpec.SlhDsa("256f"));
    }

    @Override
    public List<KeyRef> keys() throws TokenException {
        ask("keys");
        return keys;
    }

    @Override
    public KeyRef generateKeyPair(KeySpec spec, String label) throws TokenException {
        ask("generate " + spec + " " + label);
        return keys.getFirst();
    }

    @Override
    public byte[] publicKey(KeyRef key) throws TokenException {
        byte[] found = publicKeys.get(key.id());
        if (found == null) {
            throw new TokenException(Failure.KEY_MISSING, "two public keys are " + key.label());
        }
        return found;
    }

    @Override
    public KeyProof proof(KeyRef key) {
        return new KeyProof(Map.of("CKA_LOCAL", true), Set.of());
    }

    @Override
    public byte[] sign(KeyRef key, SignMechanism mechanism, byte[] message) throws TokenException {
        ask("sign " + key.label() + " " + mechanism + " " + HexFormat.of().formatHex(message));
        return signature;
    }

    @Override
    public void destroy(KeyRef key) {
        throw new UnsupportedOperationException("the engine destroys no key");
    }

    @Override
    public byte[] random(int octets) {
        return new byte[octets];
    }

    @Override
    public void close() {
        closed++;
    }
}
