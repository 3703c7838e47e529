package cairn.hsm.library;

import cairn.hsm.cryptoki.Attribute;
import cairn.hsm.cryptoki.Constants.Cka;
import cairn.hsm.cryptoki.Constants.Ckm;
import cairn.hsm.cryptoki.CryptokiException;
import cairn.hsm.cryptoki.KeyCalls;
import cairn.hsm.cryptoki.Mechanism;
import cairn.hsm.cryptoki.Session;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Keys that Cairn would not make, made past it. */
final class TestKeys {
    private static final byte[] P384 = HexFormat.of().parseHex("06052b81040022");

    private TestKeys() {}

    /** A token key pair with this identifier and label, and more attributes for the private half. */
    static KeyCalls.KeyPair generateP384(Session session, String id, String label, Attribute... more)
            throws CryptokiException {
        byte[] octets = HexFormat.of().parseHex(id);
        List<Attribute> privateTemplate = new ArrayList<>(List.of(
                Attribute.of(Cka.ID, octets),
                Attribute.of(Cka.LABEL, label),
                Attribute.of(Cka.TOKEN, true),
                Attribute.of(Cka.PRIVATE, true),
                Attribute.of(Cka.SIGN, true)));
        privateTemplate.addAll(List.of(more));
        return session.cryptoki()
                .keys()
                .generateKeyPair(
                        session.handle(),
                        new Mechanism.Plain(Ckm.EC_KEY_PAIR_GEN),
                        List.of(
                                Attribute.of(Cka.ID, octets),
                                Attribute.of(Cka.LABEL, label),
                                Attribute.of(Cka.TOKEN, true),
                                Attribute.of(Cka.EC_PARAMS, P384)),
                        privateTemplate);
    }
}
