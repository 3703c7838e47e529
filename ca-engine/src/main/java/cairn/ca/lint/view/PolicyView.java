package cairn.ca.lint.view;

import cairn.ca.x509.MalformedException;
import java.util.ArrayList;
import java.util.List;

/**
 * A PolicyInformation (RFC 5280 section 4.2.1.4).
 *
 * @param oid the policy
 * @param qualifiers the types of its qualifiers
 * @param explicitTexts the texts of its user notices
 * @param qualifiersWritten whether the list of qualifiers is there, empty or not
 */
public record PolicyView(String oid, List<String> qualifiers, List<Element> explicitTexts, boolean qualifiersWritten) {
    static PolicyView of(Element element) throws MalformedException {
        List<Element> parts = element.children();
        if (!element.is(Tag.SEQUENCE) || parts.isEmpty() || parts.size() > 2) {
            throw new MalformedException("not a PolicyInformation", "offset " + element.offset());
        }
        List<String> qualifiers = new ArrayList<>(1);
        List<Element> texts = new ArrayList<>(1);
        if (parts.size() == 2) {
            for (Element qualifier : parts.get(1).children()) {
                List<Element> pair = qualifier.children();
                if (pair.size() != 2) {
                    throw new MalformedException("not a PolicyQualifierInfo", "offset " + qualifier.offset());
                }
                String type = pair.get(0).oid();
                qualifiers.add(type);
                if (type.equals(Oid.QUALIFIER_USER_NOTICE)) {
                    pair.get(1).children().stream()
                            .filter(part -> !part.is(Tag.SEQUENCE))
                            .forEach(texts::add);
                }
            }
        }
        return new PolicyView(parts.get(0).oid(), qualifiers, texts, parts.size() == 2);
    }
}
