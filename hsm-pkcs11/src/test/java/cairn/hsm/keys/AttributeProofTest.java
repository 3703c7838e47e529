package cairn.hsm.keys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.hsm.cryptoki.Constants.Cka;
import cairn.hsm.cryptoki.CryptokiException;
import cairn.hsm.cryptoki.ReturnValue;
import cairn.hsm.token.KeyProof;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A token is asked for every promise, and told apart are keeping it, breaking it and keeping silent. */
final class AttributeProofTest {
    private static final Map<Long, Boolean> PERFECT = Map.ofEntries(
            Map.entry(Cka.TOKEN, true),
            Map.entry(Cka.PRIVATE, true),
            Map.entry(Cka.SENSITIVE, true),
            Map.entry(Cka.EXTRACTABLE, false),
            Map.entry(Cka.SIGN, true),
            Map.entry(Cka.SIGN_RECOVER, false),
            Map.entry(Cka.DECRYPT, false),
            Map.entry(Cka.UNWRAP, false),
            Map.entry(Cka.DERIVE, false),
            Map.entry(Cka.LOCAL, true),
            Map.entry(Cka.ALWAYS_SENSITIVE, true),
            Map.entry(Cka.NEVER_EXTRACTABLE, true),
            Map.entry(Cka.ALWAYS_AUTHENTICATE, false),
            Map.entry(Cka.MODIFIABLE, true));

    private static KeyProof proof(Map<Long, byte[]> attributes) throws Exception {
        try (StubObjects stub = new StubObjects()) {
            stub.objects.put(9L, attributes);
            return AttributeProof.of(stub.session(), 9);
        }
    }

    private static Map<Long, byte[]> perfect() {
        Map<Long, byte[]> attributes = new HashMap<>();
        PERFECT.forEach((type, value) -> attributes.put(type, StubObjects.bool(value)));
        return attributes;
    }

    @Test
    void aPerfectKeyHasNoDeviationAndEveryAnswerIsKept() throws Exception {
        KeyProof proof = proof(perfect());
        assertEquals(Set.of(), proof.deviations());
        assertEquals(14, proof.answers().size());
        assertEquals(true, proof.answers().get("CKA_NEVER_EXTRACTABLE"));
        assertEquals(false, proof.answers().get("CKA_UNWRAP"));
        assertFalse(AttributeProof.isExposed(proof));
    }

    @ParameterizedTest
    @CsvSource({
        "0x1, CKA_TOKEN is CK_FALSE instead of CK_TRUE, false",
        "0x2, CKA_PRIVATE is CK_FALSE instead of CK_TRUE, false",
        "0x103, CKA_SENSITIVE is CK_FALSE instead of CK_TRUE, true",
        "0x162, CKA_EXTRACTABLE is CK_TRUE instead of CK_FALSE, true",
        "0x108, CKA_SIGN is CK_FALSE instead of CK_TRUE, false",
        "0x109, CKA_SIGN_RECOVER is CK_TRUE instead of CK_FALSE, false",
        "0x105, CKA_DECRYPT is CK_TRUE instead of CK_FALSE, false",
        "0x107, CKA_UNWRAP is CK_TRUE instead of CK_FALSE, false",
        "0x10c, CKA_DERIVE is CK_TRUE instead of CK_FALSE, false",
        "0x163, CKA_LOCAL is CK_FALSE instead of CK_TRUE, false",
        "0x165, CKA_ALWAYS_SENSITIVE is CK_FALSE instead of CK_TRUE, false",
        "0x164, CKA_NEVER_EXTRACTABLE is CK_FALSE instead of CK_TRUE, false"
    })
    void eachBrokenPromiseIsToldAndOnlyTwoExposeTheKey(String type, String words, boolean exposes) throws Exception {
        long attribute = Long.decode(type);
        Map<Long, byte[]> attributes = perfect();
        attributes.put(attribute, StubObjects.bool(!Boolean.TRUE.equals(PERFECT.get(attribute))));
        KeyProof broken = proof(attributes);
        assertEquals(Set.of(words), broken.deviations());
        assertEquals(exposes, AttributeProof.isExposed(broken));

        attributes.remove(attribute);
        KeyProof silent = proof(attributes);
        String name = words.substring(0, words.indexOf(' '));
        assertEquals(Set.of("the token does not say " + name), silent.deviations());
        assertFalse(silent.answers().containsKey(name));
        assertFalse(AttributeProof.isExposed(silent), "silence is told, but proves nothing");

        attributes.put(attribute, new byte[] {1, 1});
        assertEquals(silent.deviations(), proof(attributes).deviations(), "two octets are no CK_BBOOL");
    }

    @Test
    void whatNothingWasPromisedOfMayBeEitherWay() throws Exception {
        Map<Long, byte[]> attributes = perfect();
        attributes.put(Cka.ALWAYS_AUTHENTICATE, StubObjects.bool(true));
        attributes.remove(Cka.MODIFIABLE);
        KeyProof proof = proof(attributes);
        assertEquals(Set.of(), proof.deviations());
        assertEquals(true, proof.answers().get("CKA_ALWAYS_AUTHENTICATE"));
        assertFalse(proof.answers().containsKey("CKA_MODIFIABLE"));
    }

    @Test
    void severalDeviationsAreAllTold() throws Exception {
        KeyProof nothing = proof(Map.of());
        assertEquals(12, nothing.deviations().size());
        assertTrue(nothing.answers().isEmpty());
    }

    @Test
    void aKeyThatIsGoneIsAFailureAndNotAnEmptyProof() throws Exception {
        try (StubObjects stub = new StubObjects()) {
            var session = stub.session();
            CryptokiException gone = assertThrows(CryptokiException.class, () -> AttributeProof.of(session, 9));
            assertTrue(gone.is(ReturnValue.OBJECT_HANDLE_INVALID));
        }
    }
}
