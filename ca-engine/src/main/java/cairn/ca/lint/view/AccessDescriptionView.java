package cairn.ca.lint.view;

import cairn.ca.x509.MalformedException;
import java.util.List;

/**
 * An AccessDescription (RFC 5280 section 4.2.2.1).
 *
 * @param method the kind of service
 * @param location where it is
 */
public record AccessDescriptionView(String method, GeneralNameView location) {
    static AccessDescriptionView of(Element element) throws MalformedException {
        List<Element> parts = element.children();
        if (!element.is(Tag.SEQUENCE) || parts.size() != 2) {
            throw new MalformedException("not an AccessDescription", "offset " + element.offset());
        }
        return new AccessDescriptionView(parts.get(0).oid(), new GeneralNameView(parts.get(1)));
    }
}
