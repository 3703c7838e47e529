package cairn.ca.lint.view;

import cairn.ca.x509.Certificate;
import cairn.ca.x509.MalformedException;
import java.util.List;

/** A certificate read once for all rules (RFC 5280 section 4.1). Not for several threads at once. */
public final class CertificateView {
    private final Element root;
    private final int version;
    private final Element serial;
    private final AlgorithmView innerAlgorithm;
    private final AlgorithmView outerAlgorithm;
    private final NameView issuer;
    private final TimeView notBefore;
    private final TimeView notAfter;
    private final NameView subject;
    private final KeyView key;
    private final boolean uniqueIdentifiers;
    private final boolean extensionsWritten;
    private final CertificateExtensions extensions;

    private CertificateView(Element root) throws MalformedException {
        this.root = root;
        List<Element> outer = sequence(root, "Certificate");
        if (outer.size() != 3 || !outer.get(2).is(Tag.BIT_STRING)) {
            throw new MalformedException("not a Certificate", "offset " + root.offset());
        }
        this.outerAlgorithm = new AlgorithmView(outer.get(1));
        List<Element> fields = sequence(outer.get(0), "TBSCertificate");
        int i = !fields.isEmpty() && fields.get(0).is(Tag.constructed(0)) ? 1 : 0;
        if (fields.size() < i + 6) {
            throw new MalformedException("not a TBSCertificate", "offset " + root.offset());
        }
        this.version = i == 0
                ? 1
                : fields.get(0)
                                .inside(0)
                                .integer()
                                .min(java.math.BigInteger.TEN)
                                .intValue()
                        + 1;
        this.serial = fields.get(i);
        if (!serial.is(Tag.INTEGER) || serial.length() == 0) {
            throw new MalformedException("not a CertificateSerialNumber", "offset " + serial.offset());
        }
        this.innerAlgorithm = new AlgorithmView(fields.get(i + 1));
        this.issuer = new NameView(fields.get(i + 2));
        List<Element> validity = sequence(fields.get(i + 3), "Validity");
        if (validity.size() != 2) {
            throw new MalformedException(
                    "not a Validity", "offset " + fields.get(i + 3).offset());
        }
        this.notBefore = new TimeView(validity.get(0));
        this.notAfter = new TimeView(validity.get(1));
        this.subject = new NameView(fields.get(i + 4));
        this.key = new KeyView(fields.get(i + 5));
        boolean unique = false;
        ExtensionSet found = ExtensionSet.none();
        boolean written = false;
        for (Element field : fields.subList(i + 6, fields.size())) {
            if (field.is(Tag.constructed(3)) && !written) {
                written = true;
                found = ExtensionSet.of(field.inside(0));
            } else if ((field.tag() & 0x1F) == 1 || (field.tag() & 0x1F) == 2) {
                unique = true;
            } else {
                throw new MalformedException("a field that no certificate has", "offset " + field.offset());
            }
        }
        this.uniqueIdentifiers = unique;
        this.extensionsWritten = written;
        this.extensions = new CertificateExtensions(found);
    }

    private static List<Element> sequence(Element element, String name) throws MalformedException {
        if (!element.is(Tag.SEQUENCE)) {
            throw new MalformedException("not a " + name, "offset " + element.offset());
        }
        return element.children();
    }

    /** Reads bytes from outside. */
    public static CertificateView ofDer(byte[] der) throws MalformedException {
        return new CertificateView(Element.root(der.clone()));
    }

    /** Reads a certificate that another parser has accepted. */
    public static CertificateView of(Certificate certificate) {
        try {
            return new CertificateView(Element.root(certificate.encoded()));
        } catch (MalformedException e) {
            throw new IllegalArgumentException("two readers disagree about " + certificate, e);
        }
    }

    /** The whole. */
    public Element root() {
        return root;
    }

    /** 1, 2 or 3 in a proper one. */
    public int version() {
        return version;
    }

    /** The serial number's INTEGER. */
    public Element serial() {
        return serial;
    }

    /** The algorithm inside the signed part. */
    public AlgorithmView innerAlgorithm() {
        return innerAlgorithm;
    }

    /** The algorithm beside the signature. */
    public AlgorithmView outerAlgorithm() {
        return outerAlgorithm;
    }

    public NameView issuer() {
        return issuer;
    }

    public TimeView notBefore() {
        return notBefore;
    }

    public TimeView notAfter() {
        return notAfter;
    }

    public NameView subject() {
        return subject;
    }

    public KeyView key() {
        return key;
    }

    /** Whether issuerUniqueID or subjectUniqueID is there. */
    public boolean hasUniqueIdentifiers() {
        return uniqueIdentifiers;
    }

    /** Whether there is a list of extensions, empty or not. */
    public boolean areExtensionsWritten() {
        return extensionsWritten;
    }

    public CertificateExtensions extensions() {
        return extensions;
    }

    /** Whether basicConstraints says that the subject is an authority. */
    public boolean isAuthority() {
        return extensions
                .basicConstraints()
                .map(BasicConstraintsView::authority)
                .orElse(false);
    }

    /** Whether issuer and subject are the same octets. */
    public boolean isSelfIssued() {
        return issuer.sameBytes(subject);
    }
}
