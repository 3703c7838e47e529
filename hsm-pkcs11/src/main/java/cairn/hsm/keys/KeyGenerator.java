package cairn.hsm.keys;

import cairn.hsm.cryptoki.Attribute;
import cairn.hsm.cryptoki.Constants.Cka;
import cairn.hsm.cryptoki.Constants.Cko;
import cairn.hsm.cryptoki.CryptokiException;
import cairn.hsm.cryptoki.KeyCalls.KeyPair;
import cairn.hsm.cryptoki.Mechanism;
import cairn.hsm.cryptoki.ReturnValue;
import cairn.hsm.cryptoki.Session;
import cairn.hsm.token.KeyRef;
import cairn.hsm.token.KeySpec;
import cairn.hsm.token.TokenException;
import cairn.hsm.token.TokenException.Failure;
import cairn.hsm.vendor.Quirks;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Generates key pairs and believes nothing that was not read back. */
public final class KeyGenerator {
    private static final int ID_OCTETS = 16;

    private final SecureRandom random;
    private final Quirks quirks;

    public KeyGenerator(SecureRandom random, Quirks quirks) {
        this.random = random;
        this.quirks = quirks;
    }

    /**
     * Generates a key pair with a fresh CKA_ID. A pair that turns out to be extractable, or of another kind than asked
     * for, is destroyed again.
     *
     * @param session read/write, logged in
     * @throws TokenException KEY_EXISTS if a key has this label or identifier, REJECTED if the token made another key
     */
    public KeyRef generate(Session session, KeySpec spec, String label) throws CryptokiException, TokenException {
        requireFreeLabel(session, label);
        byte[] id = freeId(session);
        KeyPair pair = generate(session, spec, id, label);
        try {
            requireAsAsked(session, pair, spec, id);
        } catch (CryptokiException e) {
            throw new TokenException(
                    Failure.UNKNOWN_OUTCOME,
                    e.function().name(),
                    e.returnValue(),
                    "the key '" + label + "' was generated, but could not be read back: " + e.getMessage(),
                    e);
        }
        return new KeyRef(HexFormat.of().formatHex(id), label, spec);
    }

    private static void requireFreeLabel(Session session, String label) throws CryptokiException, TokenException {
        for (long objectClass : new long[] {Cko.PRIVATE_KEY, Cko.PUBLIC_KEY, Cko.SECRET_KEY}) {
            if (!session.find(Attribute.of(Cka.CLASS, objectClass), Attribute.of(Cka.LABEL, label))
                    .isEmpty()) {
                throw new TokenException(
                        Failure.KEY_EXISTS, "the token already has a key with the label '" + label + "'");
            }
        }
    }

    /** NSS lets a second key with one identifier replace the first, so the identifier is looked for beforehand. */
    private byte[] freeId(Session session) throws CryptokiException, TokenException {
        byte[] id = new byte[ID_OCTETS];
        random.nextBytes(id);
        if (!session.find(Attribute.of(Cka.ID, id)).isEmpty()) {
            throw new TokenException(
                    Failure.KEY_EXISTS,
                    "the token already has an object with the fresh identifier "
                            + HexFormat.of().formatHex(id) + ", which chance alone does not explain");
        }
        return id;
    }

    private KeyPair generate(Session session, KeySpec spec, byte[] id, String label) throws CryptokiException {
        byte[] first = quirks.edwardsByName() ? Curves.EDWARDS_NAME : Curves.EDWARDS_OID;
        byte[] second = quirks.edwardsByName() ? Curves.EDWARDS_OID : Curves.EDWARDS_NAME;
        try {
            return generate(session, spec, first, id, label);
        } catch (CryptokiException e) {
            if (spec instanceof KeySpec.Ed25519 && isAboutParameters(e)) {
                return generate(session, spec, second, id, label);
            }
            throw e;
        }
    }

    private KeyPair generate(Session session, KeySpec spec, byte[] edwards, byte[] id, String label)
            throws CryptokiException {
        return session.cryptoki()
                .keys()
                .generateKeyPair(
                        session.handle(),
                        new Mechanism.Plain(KeyTemplates.generator(spec)),
                        KeyTemplates.publicKey(spec, edwards, id, label, quirks.omittedAttributes()),
                        KeyTemplates.privateKey(id, label, quirks.omittedAttributes()));
    }

    private static boolean isAboutParameters(CryptokiException e) {
        return e.is(ReturnValue.DOMAIN_PARAMS_INVALID)
                || e.is(ReturnValue.CURVE_NOT_SUPPORTED)
                || e.is(ReturnValue.ATTRIBUTE_VALUE_INVALID)
                || e.is(ReturnValue.TEMPLATE_INCONSISTENT);
    }

    private static void requireAsAsked(Session session, KeyPair pair, KeySpec spec, byte[] id)
            throws CryptokiException, TokenException {
        Optional<String> objection = objection(session, pair, spec, id);
        if (objection.isPresent()) {
            session.cryptoki().objects().destroy(session.handle(), pair.privateKey());
            session.cryptoki().objects().destroy(session.handle(), pair.publicKey());
            throw new TokenException(
                    Failure.REJECTED,
                    "the token made another key than it was asked for and it was destroyed: " + objection.get());
        }
    }

    private static Optional<String> objection(Session session, KeyPair pair, KeySpec spec, byte[] id)
            throws CryptokiException {
        Optional<PublicKeyObject> made = PublicKeyReader.read(session, pair.publicKey());
        if (made.filter(key -> key.spec().equals(spec)).isEmpty()) {
            return Optional.of("its public key is not " + spec);
        }
        for (long half : List.of(pair.publicKey(), pair.privateKey())) {
            byte[] said = session.attributes(half, Cka.ID).octets(Cka.ID).orElse(new byte[0]);
            if (!Arrays.equals(said, id)) {
                return Optional.of("its CKA_ID is " + HexFormat.of().formatHex(said));
            }
        }
        return AttributeProof.isExposed(AttributeProof.of(session, pair.privateKey()))
                ? Optional.of("it is extractable or not sensitive")
                : Optional.empty();
    }
}
