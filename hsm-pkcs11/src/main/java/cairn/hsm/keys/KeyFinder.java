package cairn.hsm.keys;

import cairn.hsm.cryptoki.Attribute;
import cairn.hsm.cryptoki.AttributeValues;
import cairn.hsm.cryptoki.Constants.Cka;
import cairn.hsm.cryptoki.Constants.Cko;
import cairn.hsm.cryptoki.CryptokiException;
import cairn.hsm.cryptoki.Session;
import cairn.hsm.token.KeyRef;
import cairn.hsm.token.TokenException;
import cairn.hsm.token.TokenException.Failure;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Finds key pairs by CKA_ID. An identifier that names no key, or more than one, names none that may be used. */
public final class KeyFinder {
    private static final HexFormat HEX = HexFormat.of();

    private KeyFinder() {}

    /** All private signing keys that have an identifier and a public key beside them. */
    public static List<KeyRef> all(Session session) throws CryptokiException {
        List<KeyRef> keys = new ArrayList<>();
        List<Long> handles = session.find(Attribute.of(Cka.CLASS, Cko.PRIVATE_KEY), Attribute.of(Cka.SIGN, true));
        for (long handle : handles) {
            AttributeValues values = session.attributes(handle, Cka.ID, Cka.LABEL);
            byte[] id = values.octets(Cka.ID).orElse(new byte[0]);
            Optional<PublicKeyObject> publicKey = id.length == 0 ? Optional.empty() : publicKey(session, id);
            publicKey.ifPresent(found -> keys.add(new KeyRef(HEX.formatHex(id), values.text(Cka.LABEL), found.spec())));
        }
        return keys;
    }

    /**
     * The one key pair with this reference's identifier.
     *
     * @throws TokenException KEY_MISSING if there is none, or more than one, or one of another kind
     */
    public static SigningKeyObject find(Session session, KeyRef key) throws CryptokiException, TokenException {
        long handle = single(session, Cko.PRIVATE_KEY, key, "private");
        long publicHandle = single(session, Cko.PUBLIC_KEY, key, "public");
        PublicKeyObject publicKey = PublicKeyReader.read(session, publicHandle)
                .filter(found -> found.spec().equals(key.spec()))
                .orElseThrow(
                        () -> missing("the public key of " + words(key) + " is not of the kind that was recorded"));
        boolean always = session.attributes(handle, Cka.ALWAYS_AUTHENTICATE)
                .bool(Cka.ALWAYS_AUTHENTICATE)
                .orElse(false);
        return new SigningKeyObject(handle, publicKey, always);
    }

    /** The handle of the one private key with this identifier. */
    public static long privateKey(Session session, KeyRef key) throws CryptokiException, TokenException {
        return single(session, Cko.PRIVATE_KEY, key, "private");
    }

    /** Destroys both halves; the private one first, so that no failure leaves a key that could still sign. */
    public static void destroy(Session session, KeyRef key) throws CryptokiException, TokenException {
        long privateKey = single(session, Cko.PRIVATE_KEY, key, "private");
        List<Long> publicKeys = withId(session, Cko.PUBLIC_KEY, HEX.parseHex(key.id()));
        session.cryptoki().objects().destroy(session.handle(), privateKey);
        for (long publicKey : publicKeys) {
            session.cryptoki().objects().destroy(session.handle(), publicKey);
        }
    }

    static List<Long> withId(Session session, long objectClass, byte[] id) throws CryptokiException {
        return session.find(Attribute.of(Cka.CLASS, objectClass), Attribute.of(Cka.ID, id));
    }

    private static Optional<PublicKeyObject> publicKey(Session session, byte[] id) throws CryptokiException {
        List<Long> handles = withId(session, Cko.PUBLIC_KEY, id);
        return handles.isEmpty() ? Optional.empty() : PublicKeyReader.read(session, handles.getFirst());
    }

    private static long single(Session session, long objectClass, KeyRef key, String half)
            throws CryptokiException, TokenException {
        List<Long> handles = withId(session, objectClass, HEX.parseHex(key.id()));
        if (handles.size() != 1) {
            throw missing("the token has " + handles.size() + " " + half + " keys that are " + words(key)
                    + "; exactly one is needed");
        }
        return handles.getFirst();
    }

    private static String words(KeyRef key) {
        return "'" + key.label() + "' (CKA_ID " + key.id() + ")";
    }

    private static TokenException missing(String message) {
        return new TokenException(Failure.KEY_MISSING, message);
    }
}
