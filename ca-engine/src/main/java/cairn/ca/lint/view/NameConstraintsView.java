package cairn.ca.lint.view;

import cairn.ca.x509.MalformedException;
import java.util.ArrayList;
import java.util.List;

/**
 * The fields of nameConstraints (RFC 5280 section 4.2.1.10).
 *
 * @param subtrees all subtrees, permitted and excluded
 * @param permittedWritten whether permittedSubtrees is there
 * @param excludedWritten whether excludedSubtrees is there
 */
public record NameConstraintsView(List<Subtree> subtrees, boolean permittedWritten, boolean excludedWritten) {
    /**
     * A GeneralSubtree.
     *
     * @param base the name
     * @param minimumWritten whether a minimum is there, which DER leaves out when it is zero
     * @param minimumZero whether the minimum is zero, written or not
     * @param maximum whether a maximum is there
     */
    public record Subtree(GeneralNameView base, boolean minimumWritten, boolean minimumZero, boolean maximum) {
        static Subtree of(Element element) throws MalformedException {
            List<Element> parts = element.children();
            if (!element.is(Tag.SEQUENCE) || parts.isEmpty()) {
                throw new MalformedException("not a GeneralSubtree", "offset " + element.offset());
            }
            boolean minimum = false;
            boolean zero = true;
            boolean maximum = false;
            for (Element part : parts.subList(1, parts.size())) {
                if (part.is(Tag.primitive(0))) {
                    minimum = true;
                    zero = part.integer().signum() == 0;
                } else if (part.is(Tag.primitive(1))) {
                    maximum = true;
                } else {
                    throw new MalformedException("not a GeneralSubtree", "offset " + part.offset());
                }
            }
            return new Subtree(new GeneralNameView(parts.get(0)), minimum, zero, maximum);
        }
    }

    static NameConstraintsView of(Element element) throws MalformedException {
        if (!element.is(Tag.SEQUENCE)) {
            throw new MalformedException("not NameConstraints", "offset " + element.offset());
        }
        List<Subtree> subtrees = new ArrayList<>();
        boolean permitted = false;
        boolean excluded = false;
        for (Element part : element.children()) {
            if (part.is(Tag.constructed(0))) {
                permitted = true;
            } else if (part.is(Tag.constructed(1))) {
                excluded = true;
            } else {
                throw new MalformedException("not NameConstraints", "offset " + part.offset());
            }
            for (Element subtree : part.children()) {
                subtrees.add(Subtree.of(subtree));
            }
        }
        return new NameConstraintsView(subtrees, permitted, excluded);
    }
}
