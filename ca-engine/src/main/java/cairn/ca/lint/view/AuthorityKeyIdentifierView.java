package cairn.ca.lint.view;

import cairn.ca.x509.MalformedException;
import java.util.Optional;

/**
 * The fields of authorityKeyIdentifier (RFC 5280 section 4.2.1.1).
 *
 * @param keyIdentifier the issuer's key identifier, its content octets
 * @param issuer whether authorityCertIssuer is there
 * @param serial whether authorityCertSerialNumber is there
 * @param formed whether each field has the tag of its type
 */
public record AuthorityKeyIdentifierView(
        Optional<Element> keyIdentifier, boolean issuer, boolean serial, boolean formed) {
    static AuthorityKeyIdentifierView of(Element element) throws MalformedException {
        if (!element.is(Tag.SEQUENCE)) {
            throw new MalformedException("not an AuthorityKeyIdentifier", "offset " + element.offset());
        }
        Optional<Element> keyIdentifier = Optional.empty();
        boolean issuer = false;
        boolean serial = false;
        boolean formed = true;
        for (Element part : element.children()) {
            int number = part.tag() & 0x1F;
            formed = formed && part.tag() == (number == 1 ? Tag.constructed(1) : Tag.primitive(number));
            if (number == 0) {
                keyIdentifier = Optional.of(part);
            } else if (number == 1) {
                issuer = true;
            } else if (number == 2) {
                serial = true;
            } else {
                throw new MalformedException("not an AuthorityKeyIdentifier", "offset " + part.offset());
            }
        }
        return new AuthorityKeyIdentifierView(keyIdentifier, issuer, serial, formed);
    }
}
