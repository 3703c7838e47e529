package cairn.ca.lint.view;

import cairn.ca.x509.MalformedException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An AlgorithmIdentifier (RFC 5280 section 4.1.1.2). */
public final class AlgorithmView {
    private final Element element;
    private final String oid;
    private final @Nullable Element parameters;

    AlgorithmView(Element element) throws MalformedException {
        List<Element> parts = element.children();
        if (!element.is(Tag.SEQUENCE) || parts.isEmpty() || parts.size() > 2) {
            throw new MalformedException("not an AlgorithmIdentifier", "offset " + element.offset());
        }
        this.element = element;
        this.oid = parts.get(0).oid();
        this.parameters = parts.size() == 2 ? parts.get(1) : null;
    }

    /** The algorithm. */
    public String oid() {
        return oid;
    }

    /** The parameters, if anything is written there. */
    public Optional<Element> parameters() {
        return Optional.ofNullable(parameters);
    }

    /** Whether the parameters are written as NULL. */
    public boolean hasNullParameters() {
        return parameters != null && parameters.is(Tag.NULL);
    }

    /** The whole, for comparing octets. */
    public Element element() {
        return element;
    }
}
