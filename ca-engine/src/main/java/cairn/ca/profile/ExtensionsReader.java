package cairn.ca.profile;

import cairn.ca.x509.Der;
import cairn.ca.x509.MalformedException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.PolicyConstraints;

/** Reads the part {@code extensions} of a profile. */
final class ExtensionsReader {
    private static final int MOST = 20;
    private static final int LONGEST_PATH = 20;
    private static final int LARGEST_CUSTOM = 8_192;
    private static final int CERTIFICATES = 20;

    private final ObjectReader reader;
    private final Kind kind;
    private final List<EncodedExtension> constant = new ArrayList<>();
    private final Set<ASN1ObjectIdentifier> markers = new HashSet<>();

    private ExtensionsReader(ObjectReader reader, Kind kind) {
        this.reader = reader;
        this.kind = kind;
    }

    static ExtensionFacts read(ObjectReader file, Kind kind) {
        file.require("extensions");
        return file.object("extensions")
                .map(reader -> new ExtensionsReader(reader, kind).facts())
                .orElseGet(ExtensionsReader::nothing);
    }

    /** Stands in for a part that is missing or unreadable, which is a problem already. */
    private static ExtensionFacts nothing() {
        ExtensionRules rules = new ExtensionRules(
                new PathLengthRule(Kind.END_ENTITY, false, Optional.empty(), Optional.empty()),
                List.of(),
                new ExtensionRules.KeyIdentifierRules(false, false),
                new NameConstraintRules(List.of(), List.of(), true),
                new Locations(new LocationRules(List.of(), List.of(), List.of(), true, true)),
                List.of());
        return new ExtensionFacts(rules, Set.of(), List.of(), false, Set.of(), List.of());
    }

    private ExtensionFacts facts() {
        PathLengthRule pathLength = pathLength();
        Set<String> usages = new LinkedHashSet<>(reader.words(
                "key-usage",
                KeyWords.USAGES.size(),
                "one of: " + String.join(", ", KeyWords.USAGES.keySet()),
                text -> Optional.of(text).filter(KeyWords.USAGES::containsKey)));
        if (!usages.isEmpty()) {
            constant.add(ConstantExtensions.keyUsage(usages));
        }
        Optional<ObjectReader> usage = reader.object("extended-key-usage");
        boolean constrains = usage.map(u -> u.flag("as-constraint", false)).orElse(false);
        List<ASN1ObjectIdentifier> purposes = usage.map(this::purposes).orElse(List.of());
        policies();
        policyConstraints();
        marker("no-revocation-available", ConstantExtensions.NO_REV_AVAIL);
        marker("ocsp-no-check", ConstantExtensions.OCSP_NOCHECK);
        ExtensionRules.KeyIdentifierRules identifiers = new ExtensionRules.KeyIdentifierRules(
                reader.flag("subject-key-identifier", true), reader.flag("authority-key-identifier", true));
        List<ASN1ObjectIdentifier> custom = custom();
        NameConstraintRules constraints = nameConstraints();
        Locations locations = locations();
        List<ASN1ObjectIdentifier> copied = reader.words("copy", MOST, ObjectIds.EXPECTED, ObjectIds::parse);
        reader.finish();
        ExtensionRules rules = new ExtensionRules(pathLength, constant, identifiers, constraints, locations, copied);
        return new ExtensionFacts(rules, usages, purposes, constrains, markers, custom);
    }

    private PathLengthRule pathLength() {
        boolean present = reader.flag("basic-constraints", true);
        if (kind == Kind.AUTHORITY && !present) {
            reader.problem(
                    "basic-constraints",
                    "an authority has basic constraints (RFC 5280 section 4.2.1.9)",
                    "remove the key");
        }
        Optional<ObjectReader> path = reader.object("path-length");
        Optional<Integer> usual = path.flatMap(p -> p.whole("default", 0, LONGEST_PATH));
        Optional<Integer> most = path.flatMap(p -> p.whole("max", 0, LONGEST_PATH));
        path.ifPresent(ObjectReader::finish);
        if (usual.isPresent() && most.isPresent() && usual.get() > most.get()) {
            path.get().problem("default", "the default is larger than the maximum", "make it at most the maximum");
        }
        if (kind == Kind.END_ENTITY && path.isPresent()) {
            reader.problem(
                    "path-length", "only an authority has a path length (RFC 5280 section 4.2.1.9)", "remove the key");
        }
        return new PathLengthRule(kind, present, usual, most.or(() -> usual));
    }

    private List<ASN1ObjectIdentifier> purposes(ObjectReader eku) {
        eku.require("purposes");
        List<ASN1ObjectIdentifier> purposes =
                eku.words("purposes", MOST, KeyWords.expectedPurpose(), KeyWords::purpose);
        boolean critical = eku.flag("critical", false);
        eku.finish();
        if (Set.copyOf(purposes).size() < purposes.size()) {
            eku.problem("purposes", "a purpose stands here twice, once by its number", "keep one of them");
        }
        if (!purposes.isEmpty()) {
            constant.add(ConstantExtensions.extendedKeyUsage(purposes, critical));
        }
        return purposes;
    }

    private void policies() {
        Optional<ObjectReader> extension = reader.object("certificate-policies");
        if (extension.isEmpty()) {
            return;
        }
        List<ConstantExtensions.Policy> policies = new ArrayList<>();
        Set<ASN1ObjectIdentifier> seen = new HashSet<>();
        extension.get().require("policies");
        for (ObjectReader policy : extension.get().objects("policies", MOST)) {
            policy.require("oid");
            Optional<ASN1ObjectIdentifier> oid = policy.word("oid", ObjectIds.EXPECTED, ObjectIds::parse);
            Optional<String> statement = policy.text("statement");
            statement.flatMap(NameSyntax::uri).ifPresent(w -> policy.problem("statement", w, "write a URI"));
            policy.finish();
            oid.ifPresent(id -> {
                if (!seen.add(id)) {
                    policy.problem("oid", "this policy stands here twice", "keep one of them");
                }
                policies.add(new ConstantExtensions.Policy(id, statement));
            });
        }
        boolean critical = extension.get().flag("critical", false);
        extension.get().finish();
        if (!policies.isEmpty()) {
            constant.add(ConstantExtensions.policies(policies, critical));
        }
    }

    private void policyConstraints() {
        Optional<Integer> explicit = reader.whole("require-explicit-policy", 0, CERTIFICATES);
        Optional<Integer> mapping = reader.whole("inhibit-policy-mapping", 0, CERTIFICATES);
        if (explicit.isPresent() || mapping.isPresent()) {
            constant.add(EncodedExtension.of(
                    Extension.policyConstraints,
                    true,
                    new PolicyConstraints(
                            explicit.map(java.math.BigInteger::valueOf).orElse(null),
                            mapping.map(java.math.BigInteger::valueOf).orElse(null))));
        }
        reader.whole("inhibit-any-policy", 0, CERTIFICATES)
                .ifPresent(skip ->
                        constant.add(EncodedExtension.of(Extension.inhibitAnyPolicy, true, new ASN1Integer(skip))));
    }

    private void marker(String key, ASN1ObjectIdentifier oid) {
        if (reader.flag(key, false)) {
            markers.add(oid);
            constant.add(ConstantExtensions.marker(oid));
        }
    }

    private List<ASN1ObjectIdentifier> custom() {
        List<ASN1ObjectIdentifier> oids = new ArrayList<>();
        for (ObjectReader custom : reader.objects("custom", MOST)) {
            custom.require("oid");
            custom.require("der");
            Optional<ASN1ObjectIdentifier> oid = custom.word("oid", ObjectIds.EXPECTED, ObjectIds::parse);
            boolean critical = custom.flag("critical", false);
            Optional<byte[]> der = custom.text("der").flatMap(text -> der(custom, text));
            custom.finish();
            if (oid.isPresent() && der.isPresent()) {
                oids.add(oid.get());
                constant.add(EncodedExtension.of(oid.get(), critical, der.get()));
            }
        }
        return oids;
    }

    private static Optional<byte[]> der(ObjectReader custom, String text) {
        try {
            byte[] der = Base64.getDecoder().decode(text);
            Der.requireDer(der);
            if (der.length > LARGEST_CUSTOM) {
                custom.problem("der", "it has " + der.length + " octets", "keep it below " + LARGEST_CUSTOM);
            }
            return Optional.of(der);
        } catch (IllegalArgumentException e) {
            custom.problem("der", "not base64: " + e.getMessage(), "write the DER octets in base64, in one line");
        } catch (MalformedException e) {
            custom.problem("der", "not DER: " + e.getMessage(), "write one DER element in base64");
        }
        return Optional.empty();
    }

    private NameConstraintRules nameConstraints() {
        Optional<ObjectReader> constraints = reader.object("name-constraints");
        List<NameConstraintRules.Subtree> permitted =
                constraints.map(c -> subtrees(c, "permitted")).orElse(List.of());
        List<NameConstraintRules.Subtree> excluded =
                constraints.map(c -> subtrees(c, "excluded")).orElse(List.of());
        boolean omit = constraints.map(ExtensionsReader::omitMissing).orElse(false);
        constraints.ifPresent(ObjectReader::finish);
        return new NameConstraintRules(permitted, excluded, omit);
    }

    private static List<NameConstraintRules.Subtree> subtrees(ObjectReader constraints, String key) {
        List<NameConstraintRules.Subtree> trees = new ArrayList<>();
        constraints.object(key).ifPresent(side -> {
            for (NameConstraintRules.Form form : NameConstraintRules.Form.values()) {
                side.words(form.word(), MOST, "a name, with variables written as ${name}", text -> subtree(form, text))
                        .forEach(trees::add);
            }
            side.finish();
        });
        return trees;
    }

    /** A subtree without variables is read at once, so that a wrong one is found now. */
    private static Optional<NameConstraintRules.Subtree> subtree(NameConstraintRules.Form form, String text) {
        return Template.parse(text)
                .filter(template -> {
                    try {
                        return !template.isConstant() || NameConstraintRules.name(form, text) != null;
                    } catch (MalformedException e) {
                        return false;
                    }
                })
                .map(template -> new NameConstraintRules.Subtree(form, template));
    }

    private Locations locations() {
        Optional<ObjectReader> lists = reader.object("crl-distribution-points");
        Optional<ObjectReader> access = reader.object("authority-information-access");
        List<Template> crls = lists.map(l -> addresses(l, "urls")).orElse(List.of());
        List<Template> issuers = access.map(a -> addresses(a, "ca-issuers")).orElse(List.of());
        List<Template> ocsp = access.map(a -> addresses(a, "ocsp")).orElse(List.of());
        boolean omitCrls = lists.map(ExtensionsReader::omitMissing).orElse(true);
        boolean omitAccess = access.map(ExtensionsReader::omitMissing).orElse(true);
        lists.ifPresent(ObjectReader::finish);
        access.ifPresent(ObjectReader::finish);
        return new Locations(new LocationRules(crls, issuers, ocsp, omitCrls, omitAccess));
    }

    private static List<Template> addresses(ObjectReader object, String key) {
        return object.words(
                key,
                MOST,
                "a URI, with variables written as ${name}",
                text -> Template.parse(text)
                        .filter(t -> !t.isConstant() || NameSyntax.uri(text).isEmpty()));
    }

    private static boolean omitMissing(ObjectReader object) {
        return object.word(
                        "when-missing",
                        "omit or refuse",
                        text -> Optional.of(text).filter(List.of("omit", "refuse")::contains))
                .map("omit"::equals)
                .orElse(false);
    }
}
