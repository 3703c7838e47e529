package cairn.hsm.library;

import cairn.hsm.cryptoki.CryptokiException;
import cairn.hsm.cryptoki.SignCalls;
import cairn.hsm.keys.PreparedSignature;
import cairn.hsm.keys.SignatureProof;
import cairn.hsm.keys.SigningKeyObject;
import cairn.hsm.token.KeyRef;
import cairn.hsm.token.SignMechanism;
import cairn.hsm.token.TokenException;
import cairn.hsm.token.TokenException.Failure;

/** One signature. The first one with a handle that was found after a recovery is verified before it is handed out. */
final class SignOperation implements Recovery.Operation<byte[]> {
    private final KeyRef key;
    private final SignMechanism mechanism;
    private final byte[] message;
    private final PreparedSignature prepared;

    SignOperation(KeyRef key, SignMechanism mechanism, byte[] message) throws TokenException {
        this.key = key;
        this.mechanism = mechanism;
        this.message = message;
        this.prepared = PreparedSignature.of(key.spec(), mechanism, message);
    }

    @Override
    public String doing() {
        return "while signing with the key '" + key.label() + "'";
    }

    @Override
    public byte[] on(Seat seat) throws CryptokiException, TokenException {
        SigningKeyObject object = seat.key(key);
        byte[] signature = object.alwaysAuthenticate() ? signAuthenticated(seat, object) : sign(seat, object);
        if (seat.mustProve(key)) {
            if (!SignatureProof.verifies(object.publicKey().info(), mechanism, message, signature)) {
                seat.forgetKeys();
                throw new TokenException(
                        Failure.KEY_MISSING,
                        "after a recovery the token signed with another key than '" + key.label()
                                + "'; the signature was thrown away");
            }
            seat.proved(key);
        }
        return signature;
    }

    private byte[] sign(Seat seat, SigningKeyObject object) throws CryptokiException, TokenException {
        SignCalls signing = seat.signing();
        return seat.call(session -> {
            signing.begin(session.handle(), prepared.mechanism(), object.handle());
            return signing.finish(session.handle(), prepared.input());
        });
    }

    private byte[] signAuthenticated(Seat seat, SigningKeyObject object) throws CryptokiException, TokenException {
        SignCalls signing = seat.signing();
        try (ContextPin pin = seat.login().contextPin(seat.place().token())) {
            return seat.call(session -> {
                signing.begin(session.handle(), prepared.mechanism(), object.handle());
                seat.login().loginForOneUse(session.handle(), pin);
                return signing.finish(session.handle(), prepared.input());
            });
        }
    }
}
