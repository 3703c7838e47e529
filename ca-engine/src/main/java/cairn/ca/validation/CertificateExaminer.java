package cairn.ca.validation;

import cairn.ca.csr.KeyPolicy;
import cairn.ca.x509.Certificate;
import cairn.ca.x509.CertificateStructure;
import cairn.ca.x509.ExtensionTitle;
import cairn.ca.x509.Finding;
import cairn.ca.x509.MalformedException;
import cairn.ca.x509.SignatureCheck;
import cairn.ca.x509.Validity;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;

/** Says what a certificate is and what is wrong with it by itself; a path is not built. */
final class CertificateExaminer {
    private static final String FORM = "RFC 5280 section 4.1";
    private static final int MAX_SERIAL_OCTETS = 20;

    private final KeyPolicy keys;
    private final Instant now;

    CertificateExaminer(KeyPolicy keys, Instant now) {
        this.keys = keys;
        this.now = now;
    }

    Part examine(byte[] der, List<Certificate> issuers) {
        Part part = new Part();
        Certificate certificate;
        try {
            certificate = CertificateStructure.read(der);
        } catch (MalformedException e) {
            part.add(Finding.error(
                    "certificate.malformed",
                    FORM,
                    e.where(),
                    "This is not a well-formed certificate: " + e.what() + "."));
            return part;
        }
        part.found(certificate);
        serial(certificate.holder().getSerialNumber(), part);
        time(certificate.validity(), part);
        extensions(certificate.holder(), part);
        keys.objection(certificate.publicKey())
                .ifPresent(f -> part.add(Finding.warning(f.code(), f.clause(), f.where(), f.words())));
        signature(certificate, issuers, part);
        part.describe(title(certificate), facts(certificate));
        return part;
    }

    private static void serial(BigInteger serial, Part part) {
        if (serial.signum() <= 0 || serial.toByteArray().length > MAX_SERIAL_OCTETS) {
            part.add(Finding.warning(
                    "certificate.serial",
                    "RFC 5280 section 4.1.2.2",
                    "serialNumber",
                    "The serial number " + serial.toString(16)
                            + " is not a positive number of at most 20 octets, as the standard wants it."));
        }
    }

    private void time(Validity validity, Part part) {
        if (now.isBefore(validity.notBefore())) {
            part.add(Finding.warning(
                    "certificate.not-yet-valid",
                    "RFC 5280 section 4.1.2.5",
                    "notBefore",
                    "The certificate becomes valid in " + Dates.span(now, validity.notBefore())
                            + ". If that surprises you, check the clock of this computer."));
        }
        if (now.isAfter(validity.notAfter())) {
            part.add(Finding.warning(
                    "certificate.expired",
                    "RFC 5280 section 4.1.2.5",
                    "notAfter",
                    "The certificate expired " + Dates.span(validity.notAfter(), now)
                            + " ago. If that surprises you, check the clock of this computer."));
        }
    }

    private static void extensions(X509CertificateHolder holder, Part part) {
        for (Object oid : holder.getCriticalExtensionOIDs()) {
            String id = ((ASN1ObjectIdentifier) oid).getId();
            if (ExtensionTitle.of(id).equals(id)) {
                part.add(Finding.warning(
                        "certificate.unknown-critical",
                        "RFC 5280 section 4.2",
                        id,
                        "The critical extension " + id + " is not known here; programs that do not know it must refuse"
                                + " the certificate."));
            }
        }
    }

    private static void signature(Certificate certificate, List<Certificate> issuers, Part part) {
        List<Certificate> named = issuers.stream()
                .filter(i -> i.subject().equals(certificate.issuer()))
                .sorted(Comparator.comparing(i -> !isNamedByKey(i, certificate)))
                .toList();
        List<Certificate> candidates = new ArrayList<>();
        if (certificate.isSelfIssued()) {
            candidates.add(certificate);
        }
        named.stream().limit(RevocationCheck.MAX_SIGNERS).forEach(candidates::add);
        boolean selfSignedOrOther =
                candidates.stream().anyMatch(i -> SignatureCheck.verifies(i.publicKey(), certificate));
        if (!selfSignedOrOther && named.size() > RevocationCheck.MAX_SIGNERS) {
            part.add(Finding.warning(
                    "certificate.signature-unchecked",
                    "RFC 5280 section 6.1.3",
                    "signatureValue",
                    RevocationCheck.untried(certificate.issuer(), named.size())));
        } else if (!candidates.isEmpty() && !selfSignedOrOther && !isKeyRollover(certificate, issuers)) {
            part.add(Finding.error(
                    "certificate.signature",
                    "RFC 5280 section 6.1.3",
                    "signatureValue",
                    "The signature was not made by the key of " + certificate.issuer()
                            + " that is known here. The certificate was changed, or another key of the same name"
                            + " signed it."));
        }
    }

    /** The one that the certificate names as its issuer's key is tried first (RFC 5280 section 4.2.1.1). */
    private static boolean isNamedByKey(Certificate issuer, Certificate certificate) {
        return certificate.authorityKeyIdentifier().isPresent()
                && certificate.authorityKeyIdentifier().equals(issuer.subjectKeyIdentifier());
    }

    /** Self-issued, not self-signed, and its own issuer is not at hand: nothing can be said (RFC 5280 section 3.2). */
    private static boolean isKeyRollover(Certificate certificate, List<Certificate> issuers) {
        return certificate.isSelfIssued()
                && issuers.stream()
                        .noneMatch(i -> !i.equals(certificate) && i.subject().equals(certificate.issuer()))
                && certificate.authorityKeyIdentifier().isPresent()
                && !certificate.authorityKeyIdentifier().equals(certificate.subjectKeyIdentifier());
    }

    private static String title(Certificate certificate) {
        return (certificate.isAuthority() ? "Certificate of an authority: " : "Certificate: ")
                + (certificate.subject().isEmpty() ? "(no subject)" : certificate.subject());
    }

    private List<Fact> facts(Certificate certificate) {
        X509CertificateHolder holder = certificate.holder();
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("Subject", certificate.subject().toString()));
        facts.add(new Fact("Issuer", certificate.issuer() + (certificate.isSelfIssued() ? " (the same name)" : "")));
        facts.add(new Fact("Serial number", holder.getSerialNumber().toString(16)));
        facts.add(new Fact("Version", "" + holder.getVersionNumber()));
        facts.add(new Fact("Valid from", Dates.relative(certificate.validity().notBefore(), now)));
        facts.add(new Fact("Valid until", until(certificate.validity().notAfter())));
        facts.add(new Fact("Key", KeyWords.of(certificate.publicKey())));
        facts.add(new Fact("Key SHA-256", certificate.publicKey().fingerprint().hex()));
        facts.add(new Fact("Signed with", KeyWords.signature(holder.getSignatureAlgorithm())));
        facts.add(new Fact("SHA-256", certificate.fingerprint().hex()));
        if (holder.getExtensions() != null) {
            facts.addAll(DescribedExtensions.of(holder.getExtensions()));
        }
        return facts;
    }

    private String until(Instant notAfter) {
        return notAfter.equals(Validity.NO_EXPIRATION) ? "no end (9999-12-31)" : Dates.relative(notAfter, now);
    }
}
