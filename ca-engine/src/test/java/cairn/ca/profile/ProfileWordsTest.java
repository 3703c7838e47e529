package cairn.ca.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A profile in words says all that its file says. */
final class ProfileWordsTest {
    private static Profile ready(String name) {
        return ReadyMadeProfiles.find(name).orElseThrow();
    }

    private static List<String> words(String profile, String field) {
        List<String> words = new ArrayList<>();
        for (ProfileLine line : ready(profile).lines()) {
            if (line.field().equals(field)) {
                words.add(line.words());
            }
        }
        return words;
    }

    static List<String> names() {
        return ReadyMadeProfiles.names();
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyOneSaysKeysValidityAndExtensionsAndNoneInTheFormOfAProgram(String name) {
        for (String field : List.of("keys", "valid for", "keyUsage", "makes")) {
            assertEquals(1, words(name, field).size(), field);
        }
        for (ProfileLine line : ready(name).lines()) {
            assertFalse(line.words().isBlank(), line.field());
            assertFalse(line.words().matches(".*(PT\\d|Optional|\\bnull\\b|\\d seconds).*"), line::toString);
        }
    }

    @Test
    void aServersNamesLifetimeAndUsesAreSaid() {
        assertEquals(List.of("398 days, at most 825 days (about 2 years)"), words("tls-server", "valid for"));
        assertEquals(
                List.of("optional, up to 100; no wildcards; made of the common name if there is none"),
                words("tls-server", "alternative-names.dns"));
        assertEquals(List.of("required, 1 to 100"), words("tls-server", "alternative names"));
        assertEquals(List.of("critical: digitalSignature"), words("tls-server", "keyUsage"));
        assertEquals(List.of("serverAuth"), words("tls-server", "extKeyUsage"));
        assertEquals(List.of("${crl-url}"), words("tls-server", "cRLDistributionPoints"));
        assertTrue(words("tls-server", "keys").getFirst().contains("EC P-256, EC P-384"));
    }

    @Test
    void anAuthoritysPathLengthAndNameConstraintsAreSaid() {
        assertEquals(
                List.of("critical: authority, path length 0; --path-length 0 to 3"),
                words("issuing-ca", "basicConstraints"));
        assertTrue(words("issuing-ca", "nameConstraints").contains("permitted dns ${permitted-dns}"));
        assertEquals(List.of(), words("root-ca", "beyond its issuer's end"));
        assertEquals(List.of("no expiration, at most no expiration"), words("idevid", "valid for"));
    }
}
