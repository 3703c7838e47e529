package cairn.ca.lint.view;

import cairn.ca.x509.MalformedException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One extension (RFC 5280 section 4.2). */
public final class ExtensionView {
    private final String oid;
    private final boolean critical;
    private final boolean criticalWritten;
    private final Element octets;
    private @Nullable Element value;
    private @Nullable MalformedException defect;

    ExtensionView(Element element) throws MalformedException {
        List<Element> parts = element.children();
        int n = parts.size();
        if (n < 2
                || n > 3
                || !parts.get(n - 1).is(Tag.OCTET_STRING)
                || (n == 3 && !parts.get(1).is(Tag.BOOLEAN))) {
            throw new MalformedException("not an Extension", "offset " + element.offset());
        }
        this.oid = parts.get(0).oid();
        this.criticalWritten = n == 3;
        this.critical =
                criticalWritten && parts.get(1).length() == 1 && parts.get(1).octet(0) != 0;
        this.octets = parts.get(n - 1);
        try {
            this.value = octets.inside(0);
        } catch (MalformedException e) {
            this.defect = e;
        }
    }

    /** Its type. */
    public String oid() {
        return oid;
    }

    /** Whether it is critical. */
    public boolean isCritical() {
        return critical;
    }

    /** Whether the BOOLEAN is written at all; FALSE must not be. */
    public boolean isCriticalWritten() {
        return criticalWritten;
    }

    /** The octets that hold the value. */
    public Element octets() {
        return octets;
    }

    /** The value, if the octets are one DER element. */
    public Optional<Element> value() {
        return Optional.ofNullable(value);
    }

    /** The value, or why there is none. */
    Element requireValue() throws MalformedException {
        if (defect != null) {
            throw defect;
        }
        return java.util.Objects.requireNonNull(value);
    }

    /** Why the octets are not one DER element. */
    public Optional<String> defect() {
        return Optional.ofNullable(defect).map(MalformedException::getMessage);
    }
}
