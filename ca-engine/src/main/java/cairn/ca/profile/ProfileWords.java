package cairn.ca.profile;

import cairn.ca.x509.ExtensionTitle;
import cairn.ca.x509.KeyType;
import cairn.ca.x509.SignatureAlgorithm;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.bouncycastle.asn1.x509.Extension;

/** Puts a profile into words. */
final class ProfileWords {
    private static final int DAYS_OF_A_YEAR = 365;

    private final ProfileHeader header;
    private final ProfileRules rules;
    private final List<ProfileLine> lines = new ArrayList<>();

    ProfileWords(ProfileHeader header, ProfileRules rules) {
        this.header = header;
        this.rules = rules;
    }

    List<ProfileLine> lines() {
        add("name", header.name());
        add("title", header.title());
        add("description", header.description());
        add("makes", makes());
        keys();
        subject();
        names();
        validity();
        extensions();
        add("lint", String.join(", ", header.lintTags()));
        add("largest certificate", rules.maxSize() + " octets");
        add("SHA-256 of the file", header.digest().hex());
        return List.copyOf(lines);
    }

    private void add(String field, String words) {
        if (!words.isEmpty()) {
            lines.add(new ProfileLine(field, words));
        }
    }

    private String makes() {
        return switch (header.kind()) {
            case AUTHORITY -> header.selfSigned() ? "authorities that sign themselves: roots" : "authorities";
            case END_ENTITY -> "end entities";
        };
    }

    private void keys() {
        add("keys", rules.keys().keys().stream().map(KeyType::title).collect(Collectors.joining(", ")));
        add(
                "issuer signs with",
                rules.keys().signatures().stream().map(SignatureAlgorithm::word).collect(Collectors.joining(", ")));
    }

    private void subject() {
        rules.subject().attributes().forEach(rule -> add(rule.field(), words(rule)));
        add("subject, anything else", unlisted(rules.subject().dropUnlisted()));
    }

    private static String words(AttributeRule rule) {
        List<String> words = new ArrayList<>();
        words.add(count(rule.least(), rule.most()));
        rule.source().fixed().ifPresent(text -> words.add("always \"" + text + "\""));
        rule.source().otherwise().ifPresent(text -> words.add("\"" + text + "\" if the request has none"));
        if (rule.source().sameAsIssuer()) {
            words.add("the same as the issuer's");
        }
        rule.text().pattern().ifPresent(pattern -> words.add("of the form " + pattern));
        return String.join("; ", words);
    }

    private void names() {
        NameRules names = rules.names();
        if (names.rules().isEmpty()) {
            add("alternative names", "none");
            return;
        }
        add("alternative names", count(names.least(), names.most()) + (names.alwaysCritical() ? "; critical" : ""));
        names.rules().forEach(rule -> add("alternative-names." + rule.type().word(), words(rule)));
        add("alternative names, others", unlisted(names.dropUnlisted()));
    }

    private static String words(NameRule rule) {
        List<String> words = new ArrayList<>();
        words.add(count(rule.least(), rule.most()));
        String particular = particular(rule.form());
        if (!particular.isEmpty()) {
            words.add(particular);
        }
        rule.always().forEach(text -> words.add("always \"" + text + "\""));
        rule.text().pattern().ifPresent(pattern -> words.add("of the form " + pattern));
        return String.join("; ", words);
    }

    private static String particular(NameForm form) {
        return switch (form) {
            case NameForm.Dns dns ->
                (dns.wildcards() ? "wildcards allowed" : "no wildcards")
                        + (dns.fromCommonName() ? "; made of the common name if there is none" : "");
            case NameForm.Ip ip -> "";
            case NameForm.Uri uri ->
                uri.spiffe()
                        ? "a SPIFFE identity"
                        : uri.schemes().isEmpty() ? "" : "of " + String.join(", ", uri.schemes());
            case NameForm.Email email -> "";
            case NameForm.Hardware hardware ->
                hardware.hardwareType().map(type -> "of type " + type.getId()).orElse("of any type")
                        + (hardware.fromSerialNumber() ? "; made of the serial number if there is none" : "");
        };
    }

    private void validity() {
        ValidityRules validity = rules.validity();
        add("valid for", length(validity.usual()) + ", at most " + length(validity.longest()));
        if (!validity.backdate().isZero()) {
            add("valid from", length(validity.backdate()) + " before it is issued");
        }
        if (!header.selfSigned()) {
            add("beyond its issuer's end", validity.clip() ? "it ends with its issuer, and that is said" : "refused");
        }
    }

    private void extensions() {
        ExtensionRules extensions = rules.extensions();
        PathLengthRule path = extensions.pathLength();
        if (path.kind() == Kind.AUTHORITY) {
            add(
                    "basicConstraints",
                    "critical: authority, path length "
                            + path.usual().map(String::valueOf).orElse("unlimited")
                            + path.most()
                                    .map(most -> "; --path-length 0 to " + most)
                                    .orElse(""));
        } else if (path.present()) {
            add("basicConstraints", "critical: no authority");
        }
        extensions
                .constant()
                .forEach(one -> add(
                        ExtensionTitle.of(one.oid().getId()),
                        ExtensionWords.of(new Extension(one.oid(), one.critical(), one.value()))));
        add("subjectKeyIdentifier", extensions.identifiers().subject() ? "of the key" : "");
        add("authorityKeyIdentifier", extensions.identifiers().authority() ? "of the issuer's key" : "");
        extensions.nameConstraints().permitted().forEach(tree -> add("nameConstraints", "permitted " + words(tree)));
        extensions.nameConstraints().excluded().forEach(tree -> add("nameConstraints", "excluded " + words(tree)));
        LocationRules places = extensions.locations();
        add("cRLDistributionPoints", joined(places.crls()));
        add("authorityInfoAccess, issuer", joined(places.caIssuers()));
        add("authorityInfoAccess, OCSP", joined(places.ocsp()));
        extensions.copied().forEach(oid -> add(ExtensionTitle.of(oid.getId()), "as the request has it"));
    }

    private static String words(NameConstraintRules.Subtree tree) {
        return tree.form().name().toLowerCase(Locale.ROOT) + " " + tree.text();
    }

    private static String joined(List<Template> templates) {
        return templates.stream().map(Template::toString).collect(Collectors.joining(", "));
    }

    private static String unlisted(boolean drop) {
        return drop ? "left out" : "refused";
    }

    private static String count(int least, int most) {
        String upTo = most == 1 ? "one" : "up to " + most;
        if (least == 0) {
            return "optional, " + upTo;
        }
        return "required, " + (least == most ? most == 1 ? "one" : "exactly " + most : least + " to " + most);
    }

    private static String length(Duration length) {
        long days = length.toDays();
        long years = Math.round(days / 365.25);
        boolean even = !length.equals(Lifetime.NO_EXPIRATION) && days >= 2 * DAYS_OF_A_YEAR;
        return Lifetime.words(length) + (even ? " (about " + years + " years)" : "");
    }
}
