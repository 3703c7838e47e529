package cairn.ca.lint.view;

import cairn.ca.x509.CertificateList;
import cairn.ca.x509.MalformedException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A certificate revocation list read for all rules (RFC 5280 section 5.1). Not for several threads at once. */
public final class CrlView {
    private final Element root;
    private final int version;
    private final AlgorithmView innerAlgorithm;
    private final AlgorithmView outerAlgorithm;
    private final NameView issuer;
    private final TimeView thisUpdate;
    private final @Nullable TimeView nextUpdate;
    private final @Nullable Element revoked;
    private final boolean extensionsWritten;
    private final ExtensionSet extensions;
    private final List<Defect> defects = new ArrayList<>(0);
    private final @Nullable AuthorityKeyIdentifierView authorityKeyIdentifier;
    private final @Nullable IssuingDistributionPointView issuingDistributionPoint;
    private final @Nullable Element number;

    private CrlView(Element root) throws MalformedException {
        this.root = root;
        List<Element> outer = sequence(root, "CertificateList");
        if (outer.size() != 3 || !outer.get(2).is(Tag.BIT_STRING)) {
            throw new MalformedException("not a CertificateList", "offset " + root.offset());
        }
        this.outerAlgorithm = new AlgorithmView(outer.get(1));
        List<Element> fields = sequence(outer.get(0), "TBSCertList");
        int i = !fields.isEmpty() && fields.get(0).is(Tag.INTEGER) ? 1 : 0;
        if (fields.size() < i + 3) {
            throw new MalformedException("not a TBSCertList", "offset " + root.offset());
        }
        this.version = i == 0
                ? 1
                : fields.get(0).integer().min(java.math.BigInteger.TEN).intValue() + 1;
        this.innerAlgorithm = new AlgorithmView(fields.get(i));
        this.issuer = new NameView(fields.get(i + 1));
        this.thisUpdate = new TimeView(fields.get(i + 2));
        int p = i + 3;
        this.nextUpdate = p < fields.size() && isTime(fields.get(p)) ? new TimeView(fields.get(p++)) : null;
        this.revoked = p < fields.size() && fields.get(p).is(Tag.SEQUENCE) ? fields.get(p++) : null;
        this.extensionsWritten = p < fields.size() && fields.get(p).is(Tag.constructed(0));
        this.extensions = extensionsWritten ? ExtensionSet.of(fields.get(p++).inside(0)) : ExtensionSet.none();
        if (p != fields.size()) {
            throw new MalformedException(
                    "a field that no list has", "offset " + fields.get(p).offset());
        }
        this.authorityKeyIdentifier = extensions
                .read(Oid.AUTHORITY_KEY_IDENTIFIER, "authorityKeyIdentifier", defects, AuthorityKeyIdentifierView::of)
                .orElse(null);
        this.issuingDistributionPoint = extensions
                .read(
                        Oid.ISSUING_DISTRIBUTION_POINT,
                        "issuingDistributionPoint",
                        defects,
                        IssuingDistributionPointView::of)
                .orElse(null);
        this.number = extensions
                .read(Oid.CRL_NUMBER, "cRLNumber", defects, CrlView::integer)
                .orElse(null);
        checkEntries();
    }

    private static List<Element> sequence(Element element, String name) throws MalformedException {
        if (!element.is(Tag.SEQUENCE)) {
            throw new MalformedException("not a " + name, "offset " + element.offset());
        }
        return element.children();
    }

    private static Element integer(Element element) throws MalformedException {
        if (!element.is(Tag.INTEGER) || element.length() == 0) {
            throw new MalformedException("not an INTEGER", "offset " + element.offset());
        }
        return element;
    }

    private static boolean isTime(Element element) {
        return element.is(Tag.UTC_TIME) || element.is(Tag.GENERALIZED_TIME);
    }

    /** Reads every entry once, so that the passes of the rules cannot fail. */
    private void checkEntries() throws MalformedException {
        if (revoked == null || revoked.length() == 0) {
            return;
        }
        Element entry = revoked.firstInside();
        while (entry != null) {
            new CrlEntryView(entry);
            entry = entry.nextInside(revoked);
        }
    }

    /** Reads bytes from outside. */
    public static CrlView ofDer(byte[] der) throws MalformedException {
        return new CrlView(Element.root(der.clone()));
    }

    /** Reads a list that another parser has accepted. */
    public static CrlView of(CertificateList list) {
        try {
            return new CrlView(Element.root(list.encoded()));
        } catch (MalformedException e) {
            throw new IllegalArgumentException("two readers disagree about a list of " + list.issuer(), e);
        }
    }

    /** The whole. */
    public Element root() {
        return root;
    }

    /** 1 or 2 in a proper one. */
    public int version() {
        return version;
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

    public TimeView thisUpdate() {
        return thisUpdate;
    }

    public Optional<TimeView> nextUpdate() {
        return Optional.ofNullable(nextUpdate);
    }

    /** Whether revokedCertificates is written, empty or not. */
    public boolean isRevokedWritten() {
        return revoked != null;
    }

    /** Whether there are extensions of the list, an empty list of them or not. */
    public boolean areExtensionsWritten() {
        return extensionsWritten;
    }

    public ExtensionSet extensions() {
        return extensions;
    }

    public Optional<AuthorityKeyIdentifierView> authorityKeyIdentifier() {
        return Optional.ofNullable(authorityKeyIdentifier);
    }

    public Optional<IssuingDistributionPointView> issuingDistributionPoint() {
        return Optional.ofNullable(issuingDistributionPoint);
    }

    /** The INTEGER of cRLNumber. */
    public Optional<Element> number() {
        return Optional.ofNullable(number);
    }

    /** Values that could not be read. */
    public List<Defect> defects() {
        return defects;
    }

    /** Whether the list is a delta. */
    public boolean isDelta() {
        return extensions.has(Oid.DELTA_CRL_INDICATOR);
    }

    /** The entries, each read when its turn comes, so that a list of a million needs no million objects. */
    public Iterable<CrlEntryView> entries() {
        return Entries::new;
    }

    private final class Entries implements Iterator<CrlEntryView> {
        private @Nullable Element next;

        Entries() {
            try {
                next = revoked == null || revoked.length() == 0 ? null : revoked.firstInside();
            } catch (MalformedException e) {
                throw new IllegalStateException("the entries were read before", e);
            }
        }

        @Override
        public boolean hasNext() {
            return next != null;
        }

        @Override
        public CrlEntryView next() {
            Element current = next;
            if (current == null || revoked == null) {
                throw new NoSuchElementException();
            }
            try {
                next = current.nextInside(revoked);
                return new CrlEntryView(current);
            } catch (MalformedException e) {
                throw new IllegalStateException("the entries were read before", e);
            }
        }
    }
}
