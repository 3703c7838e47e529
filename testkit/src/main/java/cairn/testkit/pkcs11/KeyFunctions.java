package cairn.testkit.pkcs11;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** C_GenerateKeyPair and C_GenerateRandom. */
final class KeyFunctions {
    /** The attributes of a key that say what kind it is, and so how to make another of it. */
    static final List<Long> SPECIFYING = List.of(
            Pkcs11.CKA_EC_PARAMS, Pkcs11.CKA_MODULUS_BITS, Pkcs11.CKA_PUBLIC_EXPONENT, Pkcs11.CKA_PARAMETER_SET);

    private static final byte[] TRUE = {1};
    private static final byte[] FALSE = {0};

    private final Library library;
    private final KeyGeneration generation;

    KeyFunctions(Library library) {
        this.library = library;
        generation = new KeyGeneration(library.layout(), library.random());
    }

    void register(Map<Function, Handler> table) {
        table.put(Function.C_GenerateKeyPair, this::generateKeyPair);
        table.put(Function.C_GenerateRandom, this::generateRandom);
        table.put(Function.C_SeedRandom, call -> library.session(call.ulong(0)));
    }

    private void generateKeyPair(Call call) throws RefusedException {
        VirtualSession session = library.session(call.ulong(0));
        VirtualToken token = session.token();
        long mechanism = call.struct(1).ulong();
        Mechanisms.find(token, mechanism);
        Map<Long, byte[]> open = Template.of(call, 2, 3).attributes();
        Map<Long, byte[]> secret = Template.of(call, 4, 5).attributes();
        if (isTrue(open, Pkcs11.CKA_TOKEN) || isTrue(secret, Pkcs11.CKA_TOKEN)) {
            session.requireReadWrite();
        }
        if (token.loggedIn() != VirtualToken.LoggedIn.USER) {
            throw new RefusedException(Pkcs11.CKR_USER_NOT_LOGGED_IN);
        }
        KeyMaterial material = generation.generate(mechanism, open);
        Map<Long, byte[]> publicAttributes = publicDefaults(mechanism);
        publicAttributes.putAll(open);
        publicAttributes.putAll(material.shared());
        publicAttributes.putAll(material.open());
        Map<Long, byte[]> privateAttributes = privateDefaults(mechanism);
        privateAttributes.putAll(secret);
        privateAttributes.putAll(material.shared());
        privateAttributes.putAll(token.overridden());
        boolean sensitive = isTrue(privateAttributes, Pkcs11.CKA_SENSITIVE);
        boolean extractable = isTrue(privateAttributes, Pkcs11.CKA_EXTRACTABLE);
        privateAttributes.put(Pkcs11.CKA_ALWAYS_SENSITIVE, sensitive ? TRUE : FALSE);
        privateAttributes.put(Pkcs11.CKA_NEVER_EXTRACTABLE, extractable ? FALSE : TRUE);
        call.putUlong(6, token.add(new VirtualObject(library.layout(), publicAttributes, null)));
        call.putUlong(7, token.add(new VirtualObject(library.layout(), privateAttributes, material.privateKey())));
    }

    /** As lax as real tokens are: what the template does not forbid is allowed. */
    private Map<Long, byte[]> publicDefaults(long mechanism) {
        Map<Long, byte[]> attributes = common(mechanism);
        attributes.put(Pkcs11.CKA_CLASS, library.layout().ulongBytes(Pkcs11.CKO_PUBLIC_KEY));
        attributes.put(Pkcs11.CKA_PRIVATE, FALSE);
        for (long usage : List.of(
                Pkcs11.CKA_ENCRYPT, Pkcs11.CKA_WRAP, Pkcs11.CKA_VERIFY, Pkcs11.CKA_VERIFY_RECOVER, Pkcs11.CKA_DERIVE)) {
            attributes.put(usage, TRUE);
        }
        return attributes;
    }

    private Map<Long, byte[]> privateDefaults(long mechanism) {
        Map<Long, byte[]> attributes = common(mechanism);
        attributes.put(Pkcs11.CKA_CLASS, library.layout().ulongBytes(Pkcs11.CKO_PRIVATE_KEY));
        attributes.put(Pkcs11.CKA_PRIVATE, TRUE);
        attributes.put(Pkcs11.CKA_SENSITIVE, TRUE);
        attributes.put(Pkcs11.CKA_EXTRACTABLE, FALSE);
        attributes.put(Pkcs11.CKA_ALWAYS_AUTHENTICATE, FALSE);
        for (long usage : List.of(
                Pkcs11.CKA_DECRYPT, Pkcs11.CKA_UNWRAP, Pkcs11.CKA_SIGN, Pkcs11.CKA_SIGN_RECOVER, Pkcs11.CKA_DERIVE)) {
            attributes.put(usage, TRUE);
        }
        return attributes;
    }

    private Map<Long, byte[]> common(long mechanism) {
        Map<Long, byte[]> attributes = new TreeMap<>();
        attributes.put(Pkcs11.CKA_TOKEN, FALSE);
        attributes.put(Pkcs11.CKA_LABEL, new byte[0]);
        attributes.put(Pkcs11.CKA_ID, new byte[0]);
        attributes.put(Pkcs11.CKA_LOCAL, TRUE);
        attributes.put(Pkcs11.CKA_MODIFIABLE, TRUE);
        attributes.put(Pkcs11.CKA_KEY_GEN_MECHANISM, library.layout().ulongBytes(mechanism));
        return attributes;
    }

    private static boolean isTrue(Map<Long, byte[]> attributes, long type) {
        byte[] value = attributes.get(type);
        return value != null && value.length == 1 && value[0] != 0;
    }

    private void generateRandom(Call call) throws RefusedException {
        library.session(call.ulong(0));
        byte[] octets = new byte[Math.toIntExact(call.ulong(2))];
        library.random().nextBytes(octets);
        Memory.write(call.target(1), octets);
    }
}
