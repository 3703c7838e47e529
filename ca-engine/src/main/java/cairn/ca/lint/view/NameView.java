package cairn.ca.lint.view;

import cairn.ca.x509.MalformedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A distinguished name (RFC 5280 section 4.1.2.4). */
public final class NameView {
    private final Element element;
    private final List<AttributeView> attributes = new ArrayList<>(6);
    private int multiValued;
    private int empty;

    NameView(Element element) throws MalformedException {
        if (!element.is(Tag.SEQUENCE)) {
            throw new MalformedException("not a Name", "offset " + element.offset());
        }
        this.element = element;
        for (Element rdn : element.children()) {
            List<Element> parts = rdn.children();
            if (!rdn.is(Tag.SET)) {
                throw new MalformedException("not a RelativeDistinguishedName", "offset " + rdn.offset());
            }
            empty += parts.isEmpty() ? 1 : 0;
            multiValued += parts.size() > 1 ? 1 : 0;
            for (Element part : parts) {
                List<Element> pair = part.children();
                if (pair.size() != 2) {
                    throw new MalformedException("not an AttributeTypeAndValue", "offset " + part.offset());
                }
                Element value = pair.get(1);
                attributes.add(new AttributeView(pair.get(0).oid(), value, value.text()));
            }
        }
    }

    /** All attributes in their order. */
    public List<AttributeView> attributes() {
        return attributes;
    }

    /** Whether there are none. */
    public boolean isEmpty() {
        return attributes.isEmpty();
    }

    /** How many of its parts hold more than one attribute. */
    public int multiValuedParts() {
        return multiValued;
    }

    /** How many of its parts hold no attribute, which none may. */
    public int emptyParts() {
        return empty;
    }

    /** The first value of a type. */
    public Optional<AttributeView> first(String oid) {
        for (AttributeView attribute : attributes) {
            if (attribute.oid().equals(oid)) {
                return Optional.of(attribute);
            }
        }
        return Optional.empty();
    }

    /** The encoded name. */
    public Element element() {
        return element;
    }

    /** Whether both are the same octets. */
    public boolean sameBytes(NameView other) {
        return element.sameBytes(other.element);
    }
}
