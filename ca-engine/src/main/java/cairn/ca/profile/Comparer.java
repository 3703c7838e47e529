package cairn.ca.profile;

import cairn.ca.profile.Comparison.Change;
import cairn.ca.profile.Comparison.Line;
import cairn.ca.x509.ExtensionTitle;
import cairn.ca.x509.PlainText;
import cairn.ca.x509.Validity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;

/** Puts a finished draft beside its request. */
final class Comparer {
    private final Draft draft;
    private final ProfileHeader header;
    private final ProfileRules rules;
    private final List<Line> lines = new ArrayList<>();

    Comparer(Draft draft, ProfileHeader header, ProfileRules rules) {
        this.draft = draft;
        this.header = header;
        this.rules = rules;
    }

    Comparison compare() {
        subject();
        key();
        validity();
        extensions();
        return new Comparison(lines, draft.reasons());
    }

    private void subject() {
        boolean operators = draft.choices().subject().isPresent();
        Map<AttributeType, List<String>> asked = SubjectText.of(
                draft.choices().subject().orElse(draft.requested().subject()));
        Map<AttributeType, List<String>> result = draft.subject();
        Set<AttributeType> types = new LinkedHashSet<>(result.keySet());
        types.addAll(asked.keySet());
        for (AttributeType type : types) {
            add(
                    "subject." + type.word(),
                    text(asked.get(type)),
                    text(result.get(type)),
                    operators ? "given by the operator" : "as requested");
        }
        if (types.isEmpty()) {
            lines.add(new Line("subject", "", "", Change.SAME, "the subject stays empty"));
        }
    }

    private void key() {
        String key = draft.requested().key().toString();
        add("key", key, key, "as requested");
    }

    private void validity() {
        Validity validity = draft.validity();
        ValidityChoice choice = draft.choices().validity();
        String askedStart = choice.notBefore().map(Object::toString).orElse("");
        String askedEnd = choice.notAfter()
                .map(Object::toString)
                .or(() -> choice.lifetime().map(Lifetime::words))
                .orElse("");
        String start = validity == null ? "" : validity.notBefore().toString();
        String end = validity == null ? "" : validity.notAfter().toString();
        add("validity.notBefore", askedStart, start, "chosen by the operator");
        String length = validity == null || validity.notAfter().equals(Validity.NO_EXPIRATION)
                ? Lifetime.words(Lifetime.NO_EXPIRATION)
                : Lifetime.words(validity.length());
        boolean asAsked = askedEnd.equals(length) || askedEnd.equals(end);
        boolean clipped = end.equals(draft.issuer().validity().notAfter().toString()) && !header.selfSigned();
        String result = end.isEmpty() ? "" : end + " (" + length + ")";
        add(
                "validity.notAfter",
                asAsked ? result : askedEnd,
                result,
                clipped ? "the issuer ends then" : "chosen by the operator");
    }

    private void extensions() {
        Map<ASN1ObjectIdentifier, Extension> result = new LinkedHashMap<>();
        draft.extensions().forEach(e -> result.put(e.oid(), e.extension()));
        Set<ASN1ObjectIdentifier> all = new LinkedHashSet<>(result.keySet());
        Optional<Extensions> asked = draft.requested().extensions();
        asked.ifPresent(e -> all.addAll(List.of(e.getExtensionOIDs())));
        for (ASN1ObjectIdentifier oid : all) {
            String before = asked.map(e -> words(e.getExtension(oid))).orElse("");
            String after = words(result.get(oid));
            add("extensions." + ExtensionTitle.of(oid.getId()), before, after, why(oid));
        }
    }

    private String why(ASN1ObjectIdentifier oid) {
        if (rules.extensions().copied().contains(oid)) {
            return "the profile copies it from the request";
        }
        boolean names = oid.equals(Extension.subjectAlternativeName);
        return names && draft.choices().names().isPresent() ? "given by the operator" : "as requested";
    }

    private void add(String field, String asked, String result, String same) {
        Change change = change(field, asked, result);
        String why = switch (change) {
            case SAME -> same;
            case ADDED, CHANGED -> "set by profile " + header.name();
            case DROPPED -> "profile " + header.name() + " does not take it over";
            case REFUSED -> reason(field);
        };
        // What the operator chose is neither from the request nor from the profile.
        boolean others = change != Change.REFUSED && (same.startsWith("given") || same.startsWith("the issuer"));
        lines.add(new Line(field, asked, result, change, others && change != Change.DROPPED ? same : why));
    }

    private Change change(String field, String asked, String result) {
        if (!reason(field).isEmpty()) {
            return Change.REFUSED;
        }
        if (asked.equals(result)) {
            return Change.SAME;
        }
        if (asked.isEmpty()) {
            return Change.ADDED;
        }
        return result.isEmpty() ? Change.DROPPED : Change.CHANGED;
    }

    private String reason(String field) {
        String key = field.equals("extensions." + ExtensionTitle.of(Extension.subjectAlternativeName.getId()))
                ? "alternative-names"
                : field;
        return draft.reasons().stream()
                .filter(reason -> reason.field().equals(key) || reason.field().startsWith(key + "."))
                .map(ProfileRefusal.Reason::words)
                .reduce((a, b) -> a + "; " + b)
                .orElse("");
    }

    private static String words(@org.jspecify.annotations.Nullable Extension extension) {
        return extension == null ? "" : ExtensionWords.of(extension);
    }

    private static String text(@org.jspecify.annotations.Nullable List<String> values) {
        return values == null ? "" : PlainText.escape(String.join(" + ", values));
    }
}
