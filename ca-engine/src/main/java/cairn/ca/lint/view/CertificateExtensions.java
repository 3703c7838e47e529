package cairn.ca.lint.view;

import cairn.ca.x509.MalformedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The extensions of a certificate and what the known ones say; each is read once. */
public final class CertificateExtensions {
    private final ExtensionSet set;
    private final List<Defect> defects = new ArrayList<>(0);
    private final @Nullable BasicConstraintsView basicConstraints;
    private final @Nullable KeyUsageView keyUsage;
    private final @Nullable AuthorityKeyIdentifierView authorityKeyIdentifier;
    private final @Nullable Element subjectKeyIdentifier;
    private final @Nullable NameConstraintsView nameConstraints;
    private final List<String> extendedKeyUsage;
    private final List<GeneralNameView> subjectAltNames;
    private final List<GeneralNameView> issuerAltNames;
    private final List<PolicyView> policies;
    private final List<DistributionPointView> crlDistributionPoints;
    private final List<DistributionPointView> freshestCrl;
    private final List<AccessDescriptionView> authorityInfoAccess;
    private final List<AccessDescriptionView> subjectInfoAccess;

    CertificateExtensions(ExtensionSet set) {
        this.set = set;
        basicConstraints = set.read(Oid.BASIC_CONSTRAINTS, "basicConstraints", defects, BasicConstraintsView::of)
                .orElse(null);
        keyUsage =
                set.read(Oid.KEY_USAGE, "keyUsage", defects, KeyUsageView::new).orElse(null);
        authorityKeyIdentifier = set.read(
                        Oid.AUTHORITY_KEY_IDENTIFIER, "authorityKeyIdentifier", defects, AuthorityKeyIdentifierView::of)
                .orElse(null);
        subjectKeyIdentifier = set.read(
                        Oid.SUBJECT_KEY_IDENTIFIER, "subjectKeyIdentifier", defects, CertificateExtensions::octetString)
                .orElse(null);
        nameConstraints = set.read(Oid.NAME_CONSTRAINTS, "nameConstraints", defects, NameConstraintsView::of)
                .orElse(null);
        extendedKeyUsage = set.readList(Oid.EXT_KEY_USAGE, "extKeyUsage", defects, Element::oid);
        subjectAltNames = set.readList(Oid.SUBJECT_ALT_NAME, "subjectAltName", defects, GeneralNameView::new);
        issuerAltNames = set.readList(Oid.ISSUER_ALT_NAME, "issuerAltName", defects, GeneralNameView::new);
        policies = set.readList(Oid.CERTIFICATE_POLICIES, "certificatePolicies", defects, PolicyView::of);
        crlDistributionPoints =
                set.readList(Oid.CRL_DISTRIBUTION_POINTS, "cRLDistributionPoints", defects, DistributionPointView::of);
        freshestCrl = set.readList(Oid.FRESHEST_CRL, "freshestCRL", defects, DistributionPointView::of);
        authorityInfoAccess =
                set.readList(Oid.AUTHORITY_INFO_ACCESS, "authorityInfoAccess", defects, AccessDescriptionView::of);
        subjectInfoAccess =
                set.readList(Oid.SUBJECT_INFO_ACCESS, "subjectInfoAccess", defects, AccessDescriptionView::of);
        for (ExtensionView each : set.all()) {
            each.defect().ifPresent(words -> noteOnce(new Defect("extension " + each.oid(), words)));
        }
    }

    private static Element octetString(Element element) throws MalformedException {
        if (!element.is(Tag.OCTET_STRING)) {
            throw new MalformedException("not an OCTET STRING", "offset " + element.offset());
        }
        return element;
    }

    private void noteOnce(Defect defect) {
        if (defects.stream().noneMatch(known -> known.words().equals(defect.words()))) {
            defects.add(defect);
        }
    }

    /** All of them in their order. */
    public List<ExtensionView> all() {
        return set.all();
    }

    /** The first of a type. */
    public Optional<ExtensionView> find(String oid) {
        return set.find(oid);
    }

    /** Whether there is one of a type. */
    public boolean has(String oid) {
        return set.has(oid);
    }

    /** Whether there is one of a type and it is critical. */
    public boolean isCritical(String oid) {
        return set.isCritical(oid);
    }

    /** Values that could not be read. */
    public List<Defect> defects() {
        return defects;
    }

    public Optional<BasicConstraintsView> basicConstraints() {
        return Optional.ofNullable(basicConstraints);
    }

    public Optional<KeyUsageView> keyUsage() {
        return Optional.ofNullable(keyUsage);
    }

    public Optional<AuthorityKeyIdentifierView> authorityKeyIdentifier() {
        return Optional.ofNullable(authorityKeyIdentifier);
    }

    public Optional<Element> subjectKeyIdentifier() {
        return Optional.ofNullable(subjectKeyIdentifier);
    }

    public Optional<NameConstraintsView> nameConstraints() {
        return Optional.ofNullable(nameConstraints);
    }

    public List<String> extendedKeyUsage() {
        return extendedKeyUsage;
    }

    public List<GeneralNameView> subjectAltNames() {
        return subjectAltNames;
    }

    public List<GeneralNameView> issuerAltNames() {
        return issuerAltNames;
    }

    public List<PolicyView> policies() {
        return policies;
    }

    public List<DistributionPointView> crlDistributionPoints() {
        return crlDistributionPoints;
    }

    public List<DistributionPointView> freshestCrl() {
        return freshestCrl;
    }

    public List<AccessDescriptionView> authorityInfoAccess() {
        return authorityInfoAccess;
    }

    public List<AccessDescriptionView> subjectInfoAccess() {
        return subjectInfoAccess;
    }
}
