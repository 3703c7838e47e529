package cairn.hsm.library;

import cairn.hsm.cryptoki.AttributeValues;
import cairn.hsm.cryptoki.Constants.Cka;
import cairn.hsm.cryptoki.CryptokiException;
import cairn.hsm.cryptoki.Names;
import cairn.hsm.cryptoki.Session;
import cairn.hsm.token.TokenModule.ObjectInfo;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Lists what is on a token, in a form for people. Secrets are not asked for. */
final class ObjectListing {
    private static final long CERTIFICATE_TYPE = 0x80;
    private static final long SUBJECT = 0x101;
    private static final long[] NUMBERS = {CERTIFICATE_TYPE, Cka.MODULUS_BITS, Cka.PARAMETER_SET, Cka.VALUE_LEN};
    private static final long[] OCTETS = {Cka.ID, Cka.EC_PARAMS, Cka.EC_POINT, Cka.MODULUS, Cka.PUBLIC_EXPONENT, SUBJECT
    };
    private static final long[] FLAGS = {
        Cka.TOKEN,
        Cka.PRIVATE,
        Cka.MODIFIABLE,
        Cka.DESTROYABLE,
        Cka.LOCAL,
        Cka.SENSITIVE,
        Cka.ALWAYS_SENSITIVE,
        Cka.EXTRACTABLE,
        Cka.NEVER_EXTRACTABLE,
        Cka.ALWAYS_AUTHENTICATE,
        Cka.SIGN,
        Cka.SIGN_RECOVER,
        Cka.VERIFY,
        Cka.VERIFY_RECOVER,
        Cka.ENCRYPT,
        Cka.DECRYPT,
        Cka.WRAP,
        Cka.UNWRAP,
        Cka.DERIVE
    };

    private ObjectListing() {}

    static List<ObjectInfo> all(Session session) throws CryptokiException {
        List<ObjectInfo> objects = new ArrayList<>();
        for (long handle : session.find()) {
            objects.add(describe(session, handle));
        }
        return objects;
    }

    private static ObjectInfo describe(Session session, long handle) throws CryptokiException {
        Map<String, String> attributes = new TreeMap<>();
        AttributeValues head = session.attributes(handle, Cka.CLASS, Cka.LABEL, Cka.KEY_TYPE);
        attributes.put("CKA_LABEL", head.text(Cka.LABEL));
        head.number(Cka.KEY_TYPE).ifPresent(type -> attributes.put("CKA_KEY_TYPE", Names.keyType(type)));
        AttributeValues numbers = session.attributes(handle, NUMBERS);
        for (long type : NUMBERS) {
            numbers.number(type)
                    .ifPresent(value -> attributes.put(Names.attribute(type), Long.toUnsignedString(value)));
        }
        AttributeValues octets = session.attributes(handle, OCTETS);
        for (long type : OCTETS) {
            octets.octets(type)
                    .filter(value -> value.length > 0)
                    .ifPresent(value ->
                            attributes.put(Names.attribute(type), HexFormat.of().formatHex(value)));
        }
        AttributeValues flags = session.attributes(handle, FLAGS);
        for (long type : FLAGS) {
            flags.bool(type).ifPresent(value -> attributes.put(Names.attribute(type), value ? "CK_TRUE" : "CK_FALSE"));
        }
        String objectClass = head.number(Cka.CLASS).isPresent()
                ? Names.objectClass(head.number(Cka.CLASS).getAsLong())
                : "";
        return new ObjectInfo(objectClass, attributes);
    }
}
