package cairn.hsm.keys;

import cairn.hsm.cryptoki.AttributeValues;
import cairn.hsm.cryptoki.Constants.Cka;
import cairn.hsm.cryptoki.CryptokiException;
import cairn.hsm.cryptoki.Names;
import cairn.hsm.cryptoki.Session;
import cairn.hsm.token.KeyProof;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Asks a token for every attribute of a private key and compares the answers with the template and with good sense. */
public final class AttributeProof {
    /** Not in the template because only the token can know them (PKCS#11 section 4.9). */
    private static final Map<Long, Boolean> FACTS = Map.of(
            Cka.LOCAL, true,
            Cka.ALWAYS_SENSITIVE, true,
            Cka.NEVER_EXTRACTABLE, true);

    private AttributeProof() {}

    /** What the token says of the private key. */
    public static KeyProof of(Session session, long privateKey) throws CryptokiException {
        Map<Long, Boolean> expected = new LinkedHashMap<>(KeyTemplates.PRIVATE_FLAGS);
        expected.putAll(FACTS);
        Map<Long, Boolean> asked = new LinkedHashMap<>(expected);
        asked.put(Cka.ALWAYS_AUTHENTICATE, false);
        asked.put(Cka.MODIFIABLE, true);
        long[] types = asked.keySet().stream().mapToLong(Long::longValue).toArray();
        AttributeValues values = session.attributes(privateKey, types);
        Map<String, Boolean> answers = new HashMap<>();
        Set<String> deviations = new LinkedHashSet<>();
        for (long type : types) {
            Optional<Boolean> answer = values.bool(type);
            String name = Names.attribute(type);
            answer.ifPresent(value -> answers.put(name, value));
            Boolean wanted = expected.get(type);
            if (wanted != null && answer.isEmpty()) {
                deviations.add("the token does not say " + name);
            } else if (wanted != null && !answer.get().equals(wanted)) {
                deviations.add(name + " is " + word(answer.get()) + " instead of " + word(wanted));
            }
        }
        return new KeyProof(answers, deviations);
    }

    /** Whether the key could leave the token in plain text, which no remark makes up for. */
    static boolean isExposed(KeyProof proof) {
        return Boolean.FALSE.equals(proof.answers().get(Names.attribute(Cka.SENSITIVE)))
                || Boolean.TRUE.equals(proof.answers().get(Names.attribute(Cka.EXTRACTABLE)));
    }

    private static String word(boolean value) {
        return value ? "CK_TRUE" : "CK_FALSE";
    }
}
