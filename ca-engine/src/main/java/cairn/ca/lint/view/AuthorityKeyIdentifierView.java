package cairn.ca.lint.view;

import cairn.ca.x509.MalformedException;
import java.util.Optional;

/**
 * The fields of authorityKeyIdentifier (RFC 5280 section 4.2.1.1).
 *
 * @param keyIdentifier the issuer's key identifier, its content octets
 * @param issuer whether authorityCertIssuer is there
 * @param serial whether authorityCertSerialNumber is there
 */
public record AuthorityKeyIdentifierView(Optional<Element> keyIdentifier, boolean issuer, boolean serial) {
    static AuthorityKeyIdentifierView of(Element element) throws MalformedException {
        if (!element.is(Tag.SEQUENCE)) {
            throw new MalformedException("not an AuthorityKeyIdentifier", "offset " + element.offset());
        }
        Optional<Element> keyIdentifier = Optional.empty();
        boolean issuer = false;
        boolean serial = false;
        for (Element part : element.children()) {
            if (part.is(Tag.primitive(0))) {
                keyIdentifier = Optional.of(part);
            } else if (part.is(Tag.constructed(1))) {
                issuer = true;
            } else if (part.is(Tag.primitive(2))) {
                serial = true;
            } else {
                throw new MalformedException("not an AuthorityKeyIdentifier", "offset " + part.offset());
            }
        }
        return new AuthorityKeyIdentifierView(keyIdentifier, issuer, serial);
    }
}
