package cairn.ca.profile;

import cairn.ca.x509.Der;
import cairn.ca.x509.MalformedException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;

/**
 * What the subject alternative names may be.
 *
 * @param least how many there must be of all kinds together
 * @param most how many there may be of all kinds together
 * @param dropUnlisted whether kinds without a rule are left out; else they are refused
 * @param alwaysCritical whether the extension is critical even if there is a subject; without one it always is
 */
record NameRules(List<NameRule> rules, int least, int most, boolean dropUnlisted, boolean alwaysCritical) {
    private static final String FIELD = "alternative-names";
    /** No request has more for a good reason; reading stops here. */
    private static final int READABLE = 100_000;

    NameRules {
        rules = List.copyOf(rules);
    }

    /** No names at all. */
    static NameRules none() {
        return new NameRules(List.of(), 0, 0, true, false);
    }

    /** The rule for a kind of name. */
    Optional<NameRule> rule(NameType type) {
        return rules.stream().filter(rule -> rule.type() == type).findFirst();
    }

    /** Whether every certificate has at least one name. */
    boolean neverEmpty() {
        return least > 0 || rules.stream().anyMatch(rule -> rule.least() > 0);
    }

    void shape(Draft draft) {
        List<AlternativeName> asked = asked(draft);
        if (asked.size() > most && !rules.isEmpty()) {
            draft.refuse(FIELD, "name-count", asked.size() + " names; at most " + most + " are allowed");
            return;
        }
        Map<NameType, List<AlternativeName>> byType = new EnumMap<>(NameType.class);
        asked.forEach(name ->
                byType.computeIfAbsent(name.type(), t -> new ArrayList<>(4)).add(name));
        List<AlternativeName> accepted = new ArrayList<>(asked.size() + 1);
        for (NameRule rule : rules) {
            List<AlternativeName> ofType = byType.remove(rule.type());
            accepted.addAll(rule.shape(ofType == null ? List.of() : ofType, draft));
        }
        if (!dropUnlisted) {
            byType.forEach((type, names) -> draft.refuse(
                    FIELD + "." + type.word(), "name-unlisted", names.get(0) + ": this kind of name is not allowed"));
        }
        if (accepted.size() < least) {
            draft.refuse(
                    FIELD, "name-required", accepted.size() + " names; at least " + least + " required of: " + kinds());
        }
        draft.names(accepted);
    }

    /** The extension (RFC 5280 section 4.2.1.6). */
    Optional<EncodedExtension> extension(Draft draft) {
        if (draft.names().isEmpty()) {
            return Optional.empty();
        }
        byte[][] names = new byte[draft.names().size()][];
        for (int i = 0; i < names.length; i++) {
            names[i] = DerParts.encode(draft.names().get(i).name());
        }
        boolean critical = alwaysCritical || draft.subject().isEmpty();
        return Optional.of(EncodedExtension.of(
                Extension.subjectAlternativeName, critical, DerParts.element(DerParts.SEQUENCE, names)));
    }

    /** The names that were asked for by the operator or else by the request. */
    private static List<AlternativeName> asked(Draft draft) {
        return draft.choices().names().orElseGet(() -> {
            Extension extension = draft.requested()
                    .extensions()
                    .map(e -> e.getExtension(Extension.subjectAlternativeName))
                    .orElse(null);
            return extension == null ? List.of() : read(extension, draft);
        });
    }

    private static List<AlternativeName> read(Extension extension, Draft draft) {
        try {
            Der.requireDer(extension.getExtnValue().getOctets());
            List<AlternativeName> names = new ArrayList<>();
            GeneralName[] all =
                    GeneralNames.getInstance(extension.getParsedValue()).getNames();
            if (all.length > READABLE) {
                draft.refuse(FIELD, "name-count", "the request has " + all.length + " names");
                return List.of();
            }
            for (GeneralName name : all) {
                names.add(AlternativeName.of(name));
            }
            return names;
        } catch (MalformedException | RuntimeException e) {
            draft.refuse(FIELD, "name-readable", "the request's names cannot be read: " + e.getMessage());
            return List.of();
        }
    }

    private String kinds() {
        return String.join(", ", rules.stream().map(rule -> rule.type().word()).toList());
    }
}
