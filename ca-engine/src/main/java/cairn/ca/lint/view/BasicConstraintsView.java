package cairn.ca.lint.view;

import cairn.ca.x509.MalformedException;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/**
 * The fields of basicConstraints (RFC 5280 section 4.2.1.9).
 *
 * @param authority whether cA is TRUE
 * @param authorityWritten whether cA is written at all; FALSE must not be
 * @param pathLength pathLenConstraint
 */
public record BasicConstraintsView(boolean authority, boolean authorityWritten, Optional<BigInteger> pathLength) {
    static BasicConstraintsView of(Element element) throws MalformedException {
        List<Element> parts = element.children();
        if (!element.is(Tag.SEQUENCE) || parts.size() > 2) {
            throw new MalformedException("not BasicConstraints", "offset " + element.offset());
        }
        boolean authority = false;
        boolean written = false;
        Optional<BigInteger> pathLength = Optional.empty();
        for (Element part : parts) {
            if (part.is(Tag.BOOLEAN) && part.length() == 1 && !written && pathLength.isEmpty()) {
                written = true;
                authority = part.octet(0) != 0;
            } else if (part.is(Tag.INTEGER) && pathLength.isEmpty()) {
                pathLength = Optional.of(part.integer());
            } else {
                throw new MalformedException("not BasicConstraints", "offset " + part.offset());
            }
        }
        return new BasicConstraintsView(authority, written, pathLength);
    }
}
