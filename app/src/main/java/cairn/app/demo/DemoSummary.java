package cairn.app.demo;

import cairn.ca.signing.TokenIdentity;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What the demonstration did, and what other programs said of it. */
public record DemoSummary(TokenIdentity token, int devices, int services, int revoked, Rates rates, Checks checks) {
    /** How long the issuing took, from reading the requests to the completed record. */
    public record Rates(Duration devices, Duration services) {
        static double perSecond(int count, Duration time) {
            return Math.round(10.0 * count / Math.max(1e-9, time.toNanos() / 1e9)) / 10.0;
        }
    }

    /**
     * How many certificates were judged rightly (good ones accepted, revoked ones refused).
     *
     * @param openssl empty where there is no OpenSSL
     */
    public record Checks(int certificates, int pkix, Optional<Integer> openssl) {}

    /** Device certificates a second. */
    public double devicesPerSecond() {
        return Rates.perSecond(devices, rates.devices());
    }

    /** Service certificates a second. */
    public double servicesPerSecond() {
        return Rates.perSecond(services, rates.services());
    }

    /** Whether every judge that was there agreed with everything. */
    public boolean allRight() {
        return checks.pkix() == checks.certificates()
                && checks.openssl().map(right -> right == checks.certificates()).orElse(true);
    }

    /** The form of {@code summary.json}; scripts rely on it. */
    public Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("token", Map.of("label", token.label(), "kind", kind(), "serialNumber", token.serialNumber()));
        json.put("counts", Map.of("devices", devices, "services", services, "revoked", revoked, "crls", 2));
        json.put(
                "rates",
                Map.of(
                        "devicesPerSecond", devicesPerSecond(),
                        "servicesPerSecond", servicesPerSecond()));
        Map<String, Object> verdicts = new LinkedHashMap<>();
        verdicts.put("certificates", checks.certificates());
        verdicts.put("pkixRight", checks.pkix());
        checks.openssl().ifPresent(right -> verdicts.put("opensslRight", right));
        json.put("checks", verdicts);
        json.put("passed", allRight());
        return json;
    }

    /** The token's kind in a word: {@code pkcs11}, or {@code software}, which is not an HSM. */
    public String kind() {
        return token.kind() == TokenIdentity.Kind.SOFTWARE ? "software" : "pkcs11";
    }
}
