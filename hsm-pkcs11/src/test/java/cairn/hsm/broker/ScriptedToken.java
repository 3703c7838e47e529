package cairn.hsm.broker;

import cairn.hsm.softtoken.SoftwareToken;
import cairn.hsm.token.KeyProof;
import cairn.hsm.token.KeyRef;
import cairn.hsm.token.KeySpec;
import cairn.hsm.token.MechanismInfo;
import cairn.hsm.token.Pin;
import cairn.hsm.token.SignMechanism;
import cairn.hsm.token.Token;
import cairn.hsm.token.TokenException;
import cairn.hsm.token.TokenInfo;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/** A software token that misbehaves at messages that tell it to. */
final class ScriptedToken implements Token {
    /** Asks for a PIN in the middle of an operation. */
    interface Asking {
        Pin ask() throws TokenException;
    }

    private final SoftwareToken token;
    private final Asking asking;
    private final Runnable closing;

    ScriptedToken(SoftwareToken token, Asking asking, Runnable closing) {
        this.token = token;
        this.asking = asking;
        this.closing = closing;
    }

    @Override
    public byte[] sign(KeyRef key, SignMechanism mechanism, byte[] message) throws TokenException {
        String text = message.length > 20 ? "" : new String(message, StandardCharsets.UTF_8);
        if (text.equals("ask")) {
            asking.ask().close();
        }
        Misbehaviour.act(text, "C_Sign");
        return token.sign(key, mechanism, message);
    }

    @Override
    public KeyRef generateKeyPair(KeySpec spec, String label) throws TokenException {
        Misbehaviour.act(label, "C_GenerateKeyPair");
        return token.generateKeyPair(spec, label);
    }

    @Override
    public void destroy(KeyRef key) throws TokenException {
        token.destroy(key);
    }

    @Override
    public byte[] random(int octets) throws TokenException {
        return token.random(octets);
    }

    @Override
    public TokenInfo info() throws TokenException {
        return token.info();
    }

    @Override
    public List<MechanismInfo> mechanisms() {
        return token.mechanisms();
    }

    @Override
    public Set<KeySpec> offers() {
        return token.offers();
    }

    @Override
    public List<KeyRef> keys() throws TokenException {
        return token.keys();
    }

    @Override
    public byte[] publicKey(KeyRef key) throws TokenException {
        return token.publicKey(key);
    }

    @Override
    public KeyProof proof(KeyRef key) throws TokenException {
        return token.proof(key);
    }

    @Override
    public void close() {
        closing.run();
        token.close();
    }
}
