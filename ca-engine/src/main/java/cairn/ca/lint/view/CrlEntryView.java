package cairn.ca.lint.view;

import cairn.ca.x509.MalformedException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** One entry of revokedCertificates (RFC 5280 section 5.3). */
public final class CrlEntryView {
    private final Element serial;
    private final TimeView revocationDate;
    private final ExtensionSet extensions;
    private final boolean extensionsWritten;

    CrlEntryView(Element element) throws MalformedException {
        List<Element> parts = element.children();
        if (!element.is(Tag.SEQUENCE)
                || parts.size() < 2
                || parts.size() > 3
                || parts.get(0).length() == 0) {
            throw new MalformedException("not an entry of revokedCertificates", "offset " + element.offset());
        }
        this.serial = parts.get(0);
        this.revocationDate = new TimeView(parts.get(1));
        this.extensionsWritten = parts.size() == 3;
        this.extensions = extensionsWritten ? ExtensionSet.of(parts.get(2)) : ExtensionSet.none();
    }

    /** The serial number's INTEGER. */
    public Element serial() {
        return serial;
    }

    public TimeView revocationDate() {
        return revocationDate;
    }

    public ExtensionSet extensions() {
        return extensions;
    }

    /** Whether there is a list of extensions, empty or not. */
    public boolean areExtensionsWritten() {
        return extensionsWritten;
    }

    /** The reason code, if there is one that can be read. */
    public OptionalInt reason() {
        Optional<Element> value = extensions.find(Oid.REASON_CODE).flatMap(ExtensionView::value);
        return value.isPresent()
                        && value.get().is(Tag.ENUMERATED)
                        && value.get().length() == 1
                ? OptionalInt.of(value.get().octet(0))
                : OptionalInt.empty();
    }

    /** The place, for findings. */
    public String where() {
        return "entry " + java.util.HexFormat.of().formatHex(serial.content());
    }
}
