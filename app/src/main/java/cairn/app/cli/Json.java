package cairn.app.cli;

import cairn.app.problem.Problem;
import cairn.app.session.TokenDirectory;
import cairn.app.session.TokenSettings;
import cairn.ca.audit.AuditEvent;
import cairn.ca.authority.Authority;
import cairn.ca.crl.CrlRecord;
import cairn.ca.inventory.CertificateSummary;
import cairn.ca.x509.Certificate;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The shapes of JSON that several commands print. */
final class Json {
    private static final ObjectMapper READER = new ObjectMapper();

    private Json() {}

    /** An event's fields as the journal has them. */
    static JsonNode of(AuditEvent event) {
        try {
            return READER.readTree(event.json());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the journal is written in JSON", e);
        }
    }

    static Map<String, Object> of(Certificate certificate) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("subject", certificate.subject().toString());
        json.put("issuer", certificate.issuer().toString());
        json.put("serialNumber", certificate.serialNumber().hex());
        json.put("notBefore", certificate.validity().notBefore().toString());
        json.put("notAfter", certificate.validity().notAfter().toString());
        json.put("sha256", certificate.fingerprint().hex());
        return json;
    }

    /** {@code tokens} are those that the workspace knows by a name. */
    static Map<String, Object> of(Authority authority, TokenDirectory tokens) throws Problem {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", authority.name().text());
        json.put("state", authority.state().name().toLowerCase(Locale.ROOT));
        authority.parent().ifPresent(parent -> json.put("parent", parent.text()));
        json.put("signatureAlgorithm", authority.algorithm().word());
        tokens.find(authority.key()).ifPresent(token -> json.put("token", token.name()));
        json.put("tokenLabel", authority.key().tokenLabel());
        json.put("tokenSerialNumber", authority.key().tokenSerial());
        json.put("keyId", authority.key().keyId());
        authority.certificate().ifPresent(certificate -> json.put("certificate", of(certificate)));
        return json;
    }

    static Map<String, Object> of(CertificateSummary row) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("issuer", row.issuer().text());
        json.put("serialNumber", row.serialNumber().hex());
        json.put("subject", row.subject());
        json.put("alternativeNames", row.alternativeNames());
        json.put("notBefore", row.validity().notBefore().toString());
        json.put("notAfter", row.validity().notAfter().toString());
        json.put("status", row.status().name().toLowerCase(Locale.ROOT));
        row.revoked().ifPresent(revoked -> json.put("reason", revoked.reason()));
        json.put("owner", row.owner());
        json.put("tags", row.tags());
        json.put("profile", row.profile());
        return json;
    }

    static Map<String, Object> of(TokenSettings token) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", token.name());
        json.put("label", token.label());
        json.put("serialNumber", token.serialNumber());
        json.put("file", token.file().toString());
        json.put("hsm", token.kind() != TokenSettings.Kind.SOFTWARE);
        return json;
    }

    static Map<String, Object> of(CrlRecord record) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("issuer", record.issuer().text());
        json.put("number", record.number());
        json.put("thisUpdate", record.thisUpdate().toString());
        json.put("nextUpdate", record.nextUpdate().toString());
        json.put("entries", record.entries());
        json.put("sha256", record.list().hex());
        return json;
    }
}
