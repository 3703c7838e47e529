package cairn.hsm.cryptoki;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** The numbers of the binding against a C header that somebody else wrote. */
final class HeaderTest {
    private static final Pattern DEFINITION =
            Pattern.compile("#\\s*define\\s+(CK[A-Z]_\\w+)\\s+\\(?(0x[0-9a-fA-F]+|\\d+)U?L?L?\\)?\\s*(?:/\\*.*)?");

    /** Numbers of 3.2 that the headers of this machine may not know yet. */
    private static final Map<String, Long> NEWER = Map.of(
            "CKM_ML_DSA_KEY_PAIR_GEN", 0x1cL,
            "CKM_ML_DSA", 0x1dL,
            "CKK_ML_DSA", 0x4aL,
            "CKA_PARAMETER_SET", 0x61dL);

    private static Map<String, Long> header() throws IOException {
        Optional<Path> header =
                List.of("/usr/include/nss/pkcs11t.h", "/usr/include/opencryptoki/pkcs11types.h").stream()
                        .map(Path::of)
                        .filter(Files::isRegularFile)
                        .findFirst();
        Assumptions.assumeTrue(
                header.isPresent(), "Skipped: no PKCS#11 header is installed (apt-get install libnss3-dev).");
        Map<String, Long> numbers = new HashMap<>();
        for (String line : Files.readAllLines(header.orElseThrow())) {
            Matcher matcher = DEFINITION.matcher(line);
            if (matcher.matches()) {
                numbers.put(matcher.group(1), Long.decode(matcher.group(2)));
            }
        }
        return numbers;
    }

    @Test
    void constantsAreThoseOfTheHeader() throws Exception {
        Map<String, Long> header = header();
        Map<Class<?>, String> prefixes = Map.of(
                Constants.Cka.class, "CKA_",
                Constants.Cko.class, "CKO_",
                Constants.Ckk.class, "CKK_",
                Constants.Ckm.class, "CKM_",
                Constants.Mgf.class, "CKG_MGF1_",
                ReturnValue.class, "CKR_");
        int compared = 0;
        for (Map.Entry<Class<?>, String> kind : prefixes.entrySet()) {
            for (Field field : kind.getKey().getDeclaredFields()) {
                if (Modifier.isPublic(field.getModifiers())) {
                    String name = kind.getValue() + field.getName();
                    Long expected = header.containsKey(name) ? header.get(name) : NEWER.get(name);
                    if (expected != null) {
                        assertEquals(expected, field.getLong(null), name);
                        compared++;
                    }
                }
            }
        }
        assertTrue(compared > 60, compared + " constants were compared");
    }

    @Test
    void namesAreThoseOfTheHeader() throws Exception {
        int compared = 0;
        for (Map.Entry<String, Long> definition : header().entrySet()) {
            String kind = definition.getKey().substring(0, 3);
            if (List.of("CKR", "CKO").contains(kind) && definition.getValue() < 0x1b0) {
                assertEquals(definition.getKey(), Names.name(kind, definition.getValue()));
                compared++;
            }
        }
        assertTrue(compared > 60, compared + " names were compared");
    }

    @Test
    void functionsStandInTheOrderOfTheHeader() throws IOException {
        Path order = Path.of("/usr/include/nss/pkcs11f.h");
        Assumptions.assumeTrue(
                Files.isRegularFile(order), "Skipped: no pkcs11f.h is installed (apt-get install libnss3-dev).");
        Matcher matcher =
                Pattern.compile("CK_PKCS11_FUNCTION_INFO\\((C_\\w+)\\)").matcher(Files.readString(order));
        Map<String, Integer> places = new HashMap<>();
        while (matcher.find()) {
            places.put(matcher.group(1), places.size());
        }
        for (CryptokiFunction function : CryptokiFunction.values()) {
            if (places.containsKey(function.name())) {
                assertEquals(places.get(function.name()), function.index(), function.name());
            }
        }
        assertEquals(places.get("C_SessionCancel"), CryptokiFunction.C_SessionCancel.index());
    }

    @Test
    void listsAreAsLongAsTheirVersionSays() {
        assertEquals(68, CryptokiFunction.listLength(2, 40));
        assertEquals(68, CryptokiFunction.listLength(2, 1), "openCryptoki");
        assertEquals(92, CryptokiFunction.listLength(3, 0));
        assertEquals(92, CryptokiFunction.listLength(3, 1));
        assertEquals(104, CryptokiFunction.listLength(3, 2));
    }

    @Test
    void unknownNumbersAreShownAsNumbers() {
        assertEquals("CKR_PIN_INCORRECT", ReturnValue.name(0xa0));
        assertEquals("0x80000123", ReturnValue.name(0x80000123L));
        assertEquals("CKM_ML_DSA", Names.mechanism(0x1d));
        assertEquals("CKK_EC", Names.keyType(3));
        assertEquals("CKA_EC_PARAMS", Names.attribute(0x180));
        assertEquals("CKO_PRIVATE_KEY", Names.objectClass(3));
        assertEquals("0x80000001", Names.mechanism(0x80000001L));
    }
}
