package cairn.ca.csr;

import cairn.ca.x509.DerReader;
import cairn.ca.x509.Finding;
import cairn.ca.x509.MalformedException;
import java.util.function.Consumer;
import org.bouncycastle.asn1.x509.Extension;

/** Every requested alternative name has the syntax of its form (RFC 5280 section 4.2.1.6); each wrong one is quoted. */
record AlternativeNameRule(int maxNames) implements RequestRule {
    private static final String CLAUSE = "RFC 5280 section 4.2.1.6";

    /** So many wrong names are listed; the rest is counted. */
    private static final int MAX_FINDINGS = 20;

    @Override
    public void check(CertificationRequest request, Consumer<Finding> findings) {
        request.requestedExtensions()
                .map(e -> e.getExtension(Extension.subjectAlternativeName))
                .ifPresent(extension -> read(extension.getExtnValue().getOctets(), findings));
    }

    private void read(byte[] value, Consumer<Finding> findings) {
        int count = 0;
        int wrong = 0;
        try {
            DerReader file = DerReader.of(value, "subjectAltName");
            DerReader names = file.enter(DerReader.SEQUENCE, "subjectAltName");
            file.finish();
            if (!names.hasMore()) {
                findings.accept(
                        Finding.error("san.empty", CLAUSE, "subjectAltName", "The alternative names are empty."));
            }
            while (names.hasMore()) {
                count++;
                if (count > maxNames) {
                    findings.accept(Finding.error(
                            "san.too-many",
                            "limit of this program",
                            "subjectAltName",
                            "The request asks for more than " + maxNames + " alternative names."));
                    return;
                }
                String where = "subjectAltName entry " + count;
                int tag = names.tag();
                byte[] element = names.element(where);
                Finding finding = AlternativeNameSyntax.objection(tag, element, where);
                if (finding != null && ++wrong <= MAX_FINDINGS) {
                    findings.accept(finding);
                }
            }
        } catch (MalformedException e) {
            findings.accept(Finding.error(
                    "san.malformed", CLAUSE, e.where(), "The alternative names cannot be read: " + e.what() + "."));
        }
        if (wrong > MAX_FINDINGS) {
            findings.accept(Finding.error(
                    "san.more",
                    CLAUSE,
                    "subjectAltName",
                    (wrong - MAX_FINDINGS) + " more alternative names are wrong."));
        }
    }
}
