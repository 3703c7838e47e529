package cairn.ca.profile;

import cairn.ca.x509.DistinguishedName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the subject may be. The attributes stand in the certificate in the order of the rules.
 *
 * @param dropUnlisted whether attributes without a rule are left out; else they are refused
 * @param keepEncoding whether a subject of which nothing had to change is copied byte for byte, as cross-certificates
 *     need it
 */
record SubjectRules(List<AttributeRule> attributes, boolean dropUnlisted, boolean keepEncoding) {
    SubjectRules {
        attributes = List.copyOf(attributes);
    }

    /** Whether every subject has at least one attribute. */
    boolean neverEmpty() {
        return attributes.stream().anyMatch(rule -> rule.least() > 0);
    }

    void shape(Draft draft) {
        DistinguishedName asked =
                draft.choices().subject().orElse(draft.requested().subject());
        Map<AttributeType, List<String>> values = SubjectText.of(asked);
        List<byte[]> encoded = new ArrayList<>(attributes.size());
        for (AttributeRule rule : attributes) {
            List<String> accepted = rule.shape(values.getOrDefault(rule.type(), List.of()), draft);
            if (!accepted.isEmpty()) {
                draft.attribute(rule.type(), accepted);
                accepted.forEach(value -> encoded.add(rule.type().encode(value)));
            }
        }
        if (!dropUnlisted) {
            refuseUnlisted(values, draft);
        }
        boolean same = keepEncoding && values.equals(draft.subject());
        draft.subjectName(same ? asked.encoded() : DerParts.element(DerParts.SEQUENCE, encoded.toArray(new byte[0][])));
    }

    private void refuseUnlisted(Map<AttributeType, List<String>> values, Draft draft) {
        Map<AttributeType, List<String>> left = new LinkedHashMap<>(values);
        attributes.forEach(rule -> left.remove(rule.type()));
        left.forEach((type, value) -> draft.refuse(
                "subject." + type.word(),
                "attribute-unlisted",
                value + ": the profile has no place for this attribute"));
    }
}
