package cairn.ca.profile;

import cairn.ca.x509.KeyType;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;

/** What the parts of a profile have to be to one another. A contradiction is found when reading, never when issuing. */
final class CoherenceCheck {
    private static final Set<ASN1ObjectIdentifier> OURS = Set.of(
            Extension.basicConstraints,
            Extension.keyUsage,
            Extension.extendedKeyUsage,
            Extension.subjectKeyIdentifier,
            Extension.authorityKeyIdentifier,
            Extension.subjectAlternativeName,
            Extension.certificatePolicies,
            Extension.policyConstraints,
            Extension.inhibitAnyPolicy,
            Extension.nameConstraints,
            Extension.cRLDistributionPoints,
            Extension.authorityInfoAccess,
            ConstantExtensions.NO_REV_AVAIL,
            ConstantExtensions.OCSP_NOCHECK);
    private static final ASN1ObjectIdentifier OCSP_SIGNING = KeyPurposeId.id_kp_OCSPSigning.toOID();
    private static final ASN1ObjectIdentifier SERVER = KeyPurposeId.id_kp_serverAuth.toOID();
    private static final ASN1ObjectIdentifier ANY = KeyPurposeId.anyExtendedKeyUsage.toOID();

    private final ObjectReader file;
    private final ObjectReader extensions;
    private final Kind kind;
    private final boolean selfSigned;
    private final ProfileRules rules;
    private final ExtensionFacts facts;

    CoherenceCheck(ObjectReader file, Kind kind, boolean selfSigned, ProfileRules rules, ExtensionFacts facts) {
        this.file = file;
        this.extensions = file.object("extensions").orElse(file);
        this.kind = kind;
        this.selfSigned = selfSigned;
        this.rules = rules;
        this.facts = facts;
    }

    void check() {
        if (kind == Kind.AUTHORITY) {
            authority();
        } else {
            endEntity();
        }
        keys();
        purposes();
        revocation();
        foreignExtensions();
        if (!rules.subject().neverEmpty() && !rules.names().neverEmpty()) {
            file.problem(
                    "subject",
                    "a certificate could have neither a subject nor an alternative name (RFC 5280 section 4.1.2.6)",
                    "require an attribute or a name");
        }
    }

    private void authority() {
        if (!facts.usages().contains("keyCertSign")) {
            extensions.problem(
                    "key-usage", "an authority signs certificates (RFC 5280 section 4.2.1.3)", "add keyCertSign");
        }
        if (!rules.subject().neverEmpty()) {
            file.problem(
                    "subject",
                    "an authority has a subject (RFC 5280 section 4.1.2.6)",
                    "give an attribute a min of 1, commonName say");
        }
        if (!rules.extensions().identifiers().subject()) {
            extensions.problem(
                    "subject-key-identifier",
                    "an authority has a subject key identifier (RFC 5280 section 4.2.1.2)",
                    "write true");
        }
        if (facts.purposes().contains(OCSP_SIGNING) || facts.purposes().contains(ANY)) {
            extensions.problem(
                    "extended-key-usage",
                    "OCSPSigning and anyExtendedKeyUsage do not belong into an authority's certificate",
                    "remove them; a responder has a profile of its own");
        } else if (!facts.purposes().isEmpty() && !facts.constrains()) {
            extensions.problem(
                    "extended-key-usage",
                    "in an authority's certificate this limits everything below it",
                    "remove it, or add \"as-constraint\": true if the limit is meant");
        }
    }

    private void endEntity() {
        for (String usage : List.of("keyCertSign", "cRLSign")) {
            if (facts.usages().contains(usage)) {
                extensions.problem(
                        "key-usage",
                        usage + " belongs to authorities only (RFC 5280 section 4.2.1.3)",
                        "remove it, or make the kind an authority");
            }
        }
        for (String key : List.of(
                "name-constraints", "require-explicit-policy", "inhibit-policy-mapping", "inhibit-any-policy")) {
            if (extensions.has(key)) {
                extensions.problem(key, "this belongs to authorities only (RFC 5280 section 4.2.1)", "remove it");
            }
        }
        if (facts.constrains()) {
            extensions.problem("extended-key-usage", "as-constraint belongs to authorities only", "remove it");
        }
    }

    private void keys() {
        if (!selfSigned && !rules.extensions().identifiers().authority()) {
            extensions.problem(
                    "authority-key-identifier",
                    "only a root may go without an authority key identifier (RFC 5280 section 4.2.1.1)",
                    "write true");
        }
        List<KeyType> keys = rules.keys().keys();
        // RFC 8813 section 3, RFC 8410 section 5, RFC 9881 section 5
        require("keyEncipherment", keys, Set.of(KeyType.Family.RSA));
        require("dataEncipherment", keys, Set.of(KeyType.Family.RSA));
        require("keyAgreement", keys, Set.of(KeyType.Family.EC));
        boolean only = facts.usages().contains("encipherOnly") || facts.usages().contains("decipherOnly");
        if (only && !facts.usages().contains("keyAgreement")) {
            extensions.problem(
                    "key-usage", "encipherOnly and decipherOnly mean nothing without keyAgreement", "remove them");
        }
    }

    private void require(String usage, List<KeyType> keys, Set<KeyType.Family> families) {
        Optional<KeyType> wrong =
                keys.stream().filter(key -> !families.contains(key.family())).findFirst();
        if (facts.usages().contains(usage) && wrong.isPresent()) {
            extensions.problem(
                    "key-usage",
                    usage + " is not possible with a key of type " + wrong.get().word(),
                    "remove it, or allow other keys");
        }
    }

    private void purposes() {
        if (kind == Kind.AUTHORITY) {
            return;
        }
        boolean responder = facts.purposes().contains(OCSP_SIGNING);
        if (responder && (facts.purposes().size() > 1 || !facts.usages().contains("digitalSignature"))) {
            extensions.problem(
                    "extended-key-usage",
                    "a responder has the one purpose OCSPSigning and the usage digitalSignature",
                    "remove the other purposes and add the usage");
        }
        if (facts.markers().contains(ConstantExtensions.OCSP_NOCHECK) && !responder) {
            extensions.problem(
                    "ocsp-no-check",
                    "it is for responders (RFC 6960 section 4.2.2.2.1)",
                    "remove it or add OCSPSigning");
        }
        if (facts.purposes().contains(ANY)) {
            extensions.problem("extended-key-usage", "anyExtendedKeyUsage allows everything", "name the purposes");
        }
        boolean nameable = rules.names().rule(NameType.DNS).isPresent()
                || rules.names().rule(NameType.IP).isPresent()
                || rules.names().rule(NameType.URI).isPresent();
        if (facts.purposes().contains(SERVER) && !nameable) {
            file.problem(
                    "alternative-names",
                    "a server is known by a DNS name, an address or a URI (RFC 9525 section 4)",
                    "allow dns, ip or uri");
        }
    }

    /** RFC 9608 section 3. */
    private void revocation() {
        if (!facts.markers().contains(ConstantExtensions.NO_REV_AVAIL)) {
            return;
        }
        LocationRules locations = rules.extensions().locations();
        if (kind == Kind.AUTHORITY) {
            extensions.problem(
                    "no-revocation-available", "an authority can always be revoked (RFC 9608 section 3)", "remove it");
        }
        if (!locations.crls().isEmpty() || !locations.ocsp().isEmpty()) {
            extensions.problem(
                    "no-revocation-available",
                    "it contradicts an address of a CRL or responder (RFC 9608 section 3)",
                    "remove one of them");
        }
        if (rules.validity().longest().equals(Lifetime.NO_EXPIRATION)) {
            extensions.problem(
                    "no-revocation-available",
                    "a certificate that neither ends nor can be revoked is valid for ever",
                    "limit the validity");
        }
    }

    private void foreignExtensions() {
        Set<ASN1ObjectIdentifier> seen = new HashSet<>();
        for (ASN1ObjectIdentifier oid : facts.custom()) {
            if (OURS.contains(oid) || !seen.add(oid)) {
                extensions.problem("custom", oid + " has a key of its own or stands here twice", "remove it");
            }
        }
        for (ASN1ObjectIdentifier oid : rules.extensions().copied()) {
            if (OURS.contains(oid) || !seen.add(oid)) {
                extensions.problem(
                        "copy", oid + " is decided by the profile and never copied from a request", "remove it");
            }
        }
    }
}
