package cairn.ca.validation;

import cairn.ca.x509.Certificate;
import cairn.ca.x509.CertificateListOutline;
import cairn.ca.x509.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What an examiner says about one object: collects findings and facts, then becomes part of an {@link Inspection}. */
final class Part {
    private final List<Finding> findings = new ArrayList<>();
    private final List<Description> descriptions = new ArrayList<>();
    private Optional<Certificate> certificate = Optional.empty();
    private Optional<CertificateListOutline> list = Optional.empty();

    void add(Finding finding) {
        findings.add(finding);
    }

    void describe(String title, List<Fact> facts) {
        descriptions.add(new Description(title, facts));
    }

    /** Takes over what was said about an object inside of this one. */
    void include(Part inner, String place) {
        inner.findings.forEach(f -> findings.add(f.within(place)));
        descriptions.addAll(inner.descriptions);
    }

    void found(Certificate read) {
        certificate = Optional.of(read);
    }

    void found(CertificateListOutline read) {
        list = Optional.of(read);
    }

    List<Finding> findings() {
        return findings;
    }

    List<Description> descriptions() {
        return descriptions;
    }

    Optional<Certificate> certificate() {
        return certificate;
    }

    Optional<CertificateListOutline> list() {
        return list;
    }
}
