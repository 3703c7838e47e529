package cairn.ca.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every variable of a profile is found, with what it is for. */
final class ProfileVariablesTest {
    private static String told(String profile) throws ProfileException {
        return ProfileEdit.read(profile).variables().stream()
                .map(each -> each.name() + (each.required() ? "! " : " ") + each.purpose())
                .reduce((one, other) -> one + " | " + other)
                .orElse("");
    }

    private static String subject(String rest) {
        return ProfileEdit.GOOD.replace("\"min\": 1}", rest + "}");
    }

    private static String extension(String rest) {
        return ProfileEdit.GOOD.replace("[\"digitalSignature\"]", "[\"digitalSignature\"], " + rest);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "\"min\": 1; ``",
                "\"min\": 1, \"value\": \"${who}-${line}\"; who! subject, commonName | line! subject, commonName",
                "\"value\": \"${who}\"}, {\"type\": \"organizationName\", \"min\": 1; who subject, commonName",
                "\"min\": 1, \"default\": \"${who}\"; who subject, commonName"
            })
    void ofTheSubject(String rule, String variables) throws Exception {
        assertEquals(variables, told(subject(rule)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"crl-distribution-points\": {\"urls\": [\"${a}\"]} | a! address of the CRL",
                "\"crl-distribution-points\": {\"urls\": [\"http://${b}/\"], \"when-missing\": \"omit\"} | b address of the CRL",
                "\"crl-distribution-points\": {\"urls\": [\"http://x.example/\"]} | ``",
                "\"authority-information-access\": {\"ca-issuers\": [\"${a}\"]} | a! address of the issuer's certificate",
                "\"authority-information-access\": {\"ocsp\": [\"${b}\"], \"when-missing\": \"omit\"}"
                        + " | b address of the OCSP responder",
                "\"crl-distribution-points\": {\"urls\": [\"${a}\"], \"when-missing\": \"omit\"},"
                        + " \"authority-information-access\": {\"ocsp\": [\"${a}\"]}"
                        + " | a! address of the CRL; address of the OCSP responder"
            })
    void ofTheAddresses(String extension, String variables) throws Exception {
        assertEquals(variables, told(extension(extension)));
    }

    @Test
    void ofAlternativeNames() throws Exception {
        String profile = ProfileEdit.GOOD.replace("\"dns\": {}", "\"dns\": {\"values\": [\"${host}.example\"]}");
        assertEquals("host! alternative name, dns", told(profile));
    }

    @Test
    void ofNameConstraints() {
        assertEquals(
                List.of("permitted-dns", "permitted-email", "permitted-ip", "crl-url", "issuer-url", "ocsp-url"),
                Shaping.readyMade("issuing-ca").variables().stream()
                        .map(Variable::name)
                        .toList());
        Variable dns = Shaping.readyMade("issuing-ca").variables().getFirst();
        assertEquals(new Variable("permitted-dns", "permitted below it: dns names", false), dns);
    }

    static Stream<String> readyMade() {
        return ReadyMadeProfiles.names().stream();
    }

    /** Whoever sets no variable can use them all. */
    @ParameterizedTest
    @MethodSource("readyMade")
    void noneOfTheReadyMadeOnesDemandsOne(String name) {
        assertTrue(Shaping.readyMade(name).variables().stream().noneMatch(Variable::required));
    }
}
