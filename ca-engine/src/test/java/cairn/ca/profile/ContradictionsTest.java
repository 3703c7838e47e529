package cairn.ca.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Parts of a profile that contradict one another are found when the file is read, never when issuing. */
class ContradictionsTest {
    /** An edit of a ready-made profile, the field that is named for it and some of the words. */
    record Edit(String profile, String from, String to, String field, String words) {}

    static Stream<Edit> edits() {
        String usage = "[\"digitalSignature\"]";
        String eku = "\"purposes\": [\"serverAuth\"]";
        return Stream.of(
                new Edit("tls-server", usage, "[\"keyCertSign\"]", "extensions.key-usage", "authorities only"),
                new Edit("tls-server", usage, "[\"cRLSign\"]", "extensions.key-usage", "authorities only"),
                new Edit("tls-server", usage, "[\"keyEncipherment\"]", "extensions.key-usage", "ec-p256"),
                new Edit("tls-server", usage, "[\"keyAgreement\"]", "extensions.key-usage", "rsa-2048"),
                new Edit("tls-server", usage, "[\"encipherOnly\"]", "extensions.key-usage", "without keyAgreement"),
                new Edit(
                        "tls-server",
                        "\"key-usage\"",
                        "\"path-length\": {\"default\": 0}, \"key-usage\"",
                        "extensions.path-length",
                        "only an authority"),
                new Edit(
                        "tls-server",
                        "\"key-usage\"",
                        "\"inhibit-any-policy\": 0, \"key-usage\"",
                        "extensions.inhibit-any-policy",
                        "authorities only"),
                new Edit(
                        "tls-server",
                        "\"key-usage\"",
                        "\"name-constraints\": {\"permitted\": {\"dns\": [\"a.b\"]}}, \"key-usage\"",
                        "extensions.name-constraints",
                        "authorities only"),
                new Edit(
                        "tls-server",
                        "\"key-usage\"",
                        "\"authority-key-identifier\": false, \"key-usage\"",
                        "extensions.authority-key-identifier",
                        "only a root"),
                new Edit(
                        "tls-server",
                        "\"key-usage\"",
                        "\"no-revocation-available\": true, \"key-usage\"",
                        "extensions.no-revocation-available",
                        "RFC 9608"),
                new Edit(
                        "tls-server",
                        "\"key-usage\"",
                        "\"ocsp-no-check\": true, \"key-usage\"",
                        "extensions.ocsp-no-check",
                        "responders"),
                new Edit(
                        "tls-server",
                        "\"key-usage\"",
                        "\"copy\": [\"2.5.29.19\"], \"key-usage\"",
                        "extensions.copy",
                        "never copied"),
                new Edit(
                        "tls-server",
                        "\"key-usage\"",
                        "\"custom\": [{\"oid\": \"2.5.29.15\", \"der\": \"AwIHgA==\"}], \"key-usage\"",
                        "extensions.custom",
                        "a key of its own"),
                new Edit(
                        "tls-server",
                        "\"key-usage\"",
                        "\"custom\": [{\"oid\": \"1.2.3\", \"der\": \"BQA=\"}], \"copy\": [\"1.2.3\"], \"key-usage\"",
                        "extensions.copy",
                        "1.2.3"),
                new Edit(
                        "tls-server",
                        eku,
                        "\"purposes\": [\"OCSPSigning\", \"serverAuth\"]",
                        "extensions.extended-key-usage",
                        "one purpose"),
                new Edit(
                        "tls-server",
                        eku,
                        "\"purposes\": [\"anyExtendedKeyUsage\"]",
                        "extensions.extended-key-usage",
                        "name the purposes"),
                new Edit(
                        "tls-server",
                        eku,
                        "\"purposes\": [\"serverAuth\"], \"as-constraint\": true",
                        "extensions.extended-key-usage",
                        "authorities only"),
                new Edit(
                        "tls-server",
                        eku,
                        "\"purposes\": [\"serverAuth\", \"1.3.6.1.5.5.7.3.1\"]",
                        "extensions.extended-key-usage.purposes",
                        "twice"),
                new Edit("tls-server", "\"min\": 1, ", "", "subject", "neither a subject nor"),
                new Edit("tls-server", "\"min\": 1, ", "\"min\": 101, ", "alternative-names.min", "larger"),
                new Edit("tls-server", "\"max\": 20", "\"max\": 200", "alternative-names.ip.max", "of all kinds"),
                new Edit("tls-server", "\"398 days\"", "\"900 days\"", "validity.default", "longer than the maximum"),
                new Edit(
                        "tls-server",
                        "{\"type\": \"localityName\"}",
                        "{\"type\": \"2.5.4.3\"}",
                        "subject.attributes[5].type",
                        "already"),
                new Edit(
                        "tls-server",
                        "{\"type\": \"countryName\"}",
                        "{\"type\": \"countryName\", \"value\": \"Germany\"}",
                        "subject.attributes[0].value",
                        "more than 2"),
                new Edit(
                        "tls-server",
                        "{\"type\": \"countryName\"}",
                        "{\"type\": \"countryName\", \"value\": \"${C}\"}",
                        "subject.attributes[0].value",
                        "not allowed here"),
                new Edit(
                        "tls-server",
                        "{\"type\": \"countryName\"}",
                        "{\"type\": \"countryName\", \"value\": \"DE\", \"default\": \"DE\"}",
                        "subject.attributes[0].value",
                        "leaves no place"),
                new Edit(
                        "tls-server",
                        "{\"type\": \"countryName\"}",
                        "{\"type\": \"countryName\", \"pattern\": \"(?=D)\"}",
                        "subject.attributes[0].pattern",
                        "groups only group"),
                new Edit(
                        "tls-server",
                        "\"${crl-url}\"",
                        "\"pki.example.org\"",
                        "extensions.crl-distribution-points.urls[0]",
                        "not allowed here"),
                new Edit("tls-client", "[\"clientAuth\"]", "[\"serverAuth\"]", "", ""),
                new Edit(
                        "code-signing",
                        "[\"codeSigning\"]",
                        "[\"serverAuth\"]",
                        "alternative-names",
                        "a server is known"),
                new Edit(
                        "mtls-service",
                        "\"spiffe\": true",
                        "\"spiffe\": true, \"schemes\": [\"https\"]",
                        "alternative-names.uri.schemes",
                        "own scheme"),
                new Edit(
                        "idevid",
                        "{\"max\": 1}",
                        "{\"max\": 1, \"from-serial-number\": true}",
                        "alternative-names.hardware-module.from-serial-number",
                        "hardware type"),
                new Edit(
                        "short-lived-service",
                        "\"7 days\"",
                        "\"no expiration\"",
                        "extensions.no-revocation-available",
                        "for ever"),
                new Edit(
                        "short-lived-service",
                        "\"max-backdate\": \"5 minutes\"",
                        "\"max-backdate\": \"8 days\"",
                        "validity.max-backdate",
                        "not allowed here"),
                new Edit("issuing-ca", "\"keyCertSign\", ", "", "extensions.key-usage", "an authority signs"),
                new Edit("issuing-ca", "\"min\": 1", "\"max\": 1", "subject", "an authority has a subject"),
                new Edit(
                        "issuing-ca",
                        "\"key-usage\"",
                        "\"extended-key-usage\": {\"purposes\": [\"serverAuth\"]}, \"key-usage\"",
                        "extensions.extended-key-usage",
                        "limits everything below"),
                new Edit(
                        "issuing-ca",
                        "\"key-usage\"",
                        "\"extended-key-usage\": {\"purposes\": [\"serverAuth\"], \"as-constraint\": true}, \"key-usage\"",
                        "",
                        ""),
                new Edit(
                        "issuing-ca",
                        "\"key-usage\"",
                        "\"extended-key-usage\": {\"purposes\": [\"OCSPSigning\"], \"as-constraint\": true}, \"key-usage\"",
                        "extensions.extended-key-usage",
                        "responder"),
                new Edit(
                        "issuing-ca",
                        "\"key-usage\"",
                        "\"no-revocation-available\": true, \"key-usage\"",
                        "extensions.no-revocation-available",
                        "an authority can always be revoked"),
                new Edit(
                        "issuing-ca",
                        "\"key-usage\"",
                        "\"basic-constraints\": false, \"key-usage\"",
                        "extensions.basic-constraints",
                        "4.2.1.9"),
                new Edit(
                        "issuing-ca",
                        "\"key-usage\"",
                        "\"subject-key-identifier\": false, \"key-usage\"",
                        "extensions.subject-key-identifier",
                        "4.2.1.2"),
                new Edit("issuing-ca", "\"default\": 0", "\"default\": 4", "extensions.path-length.default", "larger"),
                new Edit(
                        "issuing-ca",
                        "\"${permitted-ip}\"",
                        "\"10.0.0.1/8\"",
                        "extensions.name-constraints.permitted.ip[0]",
                        "not allowed here"),
                new Edit(
                        "root-ca",
                        "\"key-usage\"",
                        "\"authority-key-identifier\": true, \"key-usage\"",
                        "extensions",
                        "second time"));
    }

    @ParameterizedTest
    @MethodSource("edits")
    void aContradictionIsRefusedWithItsField(Edit edit) throws ProfileException {
        String good = new String(ReadyMadeProfiles.source(edit.profile()).orElseThrow(), StandardCharsets.UTF_8);
        assertTrue(good.contains(edit.from()), "the profile still has " + edit.from());
        int at = good.indexOf(edit.from());
        String bad = good.substring(0, at)
                + edit.to()
                + good.substring(at + edit.from().length());
        byte[] content = bad.getBytes(StandardCharsets.UTF_8);
        if (edit.words().isEmpty()) {
            assertEquals(
                    edit.profile(), ProfileReader.read("edited.json", content).name());
            return;
        }
        ProfileException refused =
                assertThrows(ProfileException.class, () -> ProfileReader.read("edited.json", content));
        assertTrue(
                refused.problems().stream()
                        .anyMatch(p -> p.field().startsWith(edit.field())
                                && (p.what() + p.remedy()).contains(edit.words())
                                && p.line() >= 1),
                refused.getMessage());
    }
}
