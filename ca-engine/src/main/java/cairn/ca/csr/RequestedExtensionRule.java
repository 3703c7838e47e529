package cairn.ca.csr;

import cairn.ca.x509.CertificateStructure;
import cairn.ca.x509.ExtensionTitle;
import cairn.ca.x509.Finding;
import cairn.ca.x509.MalformedException;
import java.util.function.Consumer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;

/** Shows what a request asks for that only the profile may decide. Nothing of it is copied because it is asked for. */
final class RequestedExtensionRule implements RequestRule {
    private static final String ASKED = "RFC 2985 section 5.4.2";
    private static final String NOT_COPIED = " It is shown and not copied; the profile decides.";

    @Override
    public void check(CertificationRequest request, Consumer<Finding> findings) {
        if (request.carriesChallengePassword()) {
            findings.accept(Finding.notice(
                    "request.challenge-password",
                    "RFC 2985 section 5.4.1",
                    "attributes",
                    "The request carries a challenge password. It is neither shown nor kept."));
        }
        request.requestedExtensions().ifPresent(extensions -> {
            for (ASN1ObjectIdentifier oid : extensions.getExtensionOIDs()) {
                extension(extensions, oid, findings);
            }
        });
    }

    private static void extension(Extensions all, ASN1ObjectIdentifier oid, Consumer<Finding> findings) {
        Extension extension = all.getExtension(oid);
        String title = ExtensionTitle.of(oid.getId());
        if (title.equals(oid.getId())) {
            String words = "The request asks for the " + (extension.isCritical() ? "critical " : "") + "extension "
                    + oid + ", which is not known here." + NOT_COPIED;
            findings.accept(
                    extension.isCritical()
                            ? Finding.warning("extension.unknown-critical", ASKED, oid.getId(), words)
                            : Finding.notice("extension.unknown", ASKED, oid.getId(), words));
            return;
        }
        if (oid.equals(Extension.subjectAlternativeName)) {
            return;
        }
        try {
            CertificateStructure.checkExtensionValue(
                    oid.getId(), extension.getExtnValue().getOctets());
            authority(extension, title, findings);
        } catch (MalformedException | IllegalArgumentException e) {
            findings.accept(Finding.warning(
                    "extension.malformed",
                    "RFC 5280 section 4.2",
                    title,
                    "The request asks for " + title + " with a value that cannot be read." + NOT_COPIED));
        }
    }

    private static void authority(Extension extension, String title, Consumer<Finding> findings) {
        ASN1ObjectIdentifier oid = extension.getExtnId();
        if (oid.equals(Extension.basicConstraints)
                && BasicConstraints.getInstance(extension.getParsedValue()).isCA()) {
            findings.accept(Finding.warning(
                    "extension.asks-authority",
                    ASKED,
                    title,
                    "The request asks to become a certificate authority (cA TRUE)." + NOT_COPIED));
        }
        if (oid.equals(Extension.keyUsage)
                && (KeyUsage.getInstance(extension.getParsedValue()).hasUsages(KeyUsage.keyCertSign)
                        || KeyUsage.getInstance(extension.getParsedValue()).hasUsages(KeyUsage.cRLSign))) {
            findings.accept(Finding.warning(
                    "extension.asks-signing",
                    ASKED,
                    title,
                    "The request asks for the right to sign certificates or revocation lists." + NOT_COPIED));
        }
        if (oid.equals(Extension.extendedKeyUsage)) {
            ExtendedKeyUsage purposes = ExtendedKeyUsage.getInstance(extension.getParsedValue());
            if (purposes.hasKeyPurposeId(KeyPurposeId.anyExtendedKeyUsage)
                    || purposes.hasKeyPurposeId(KeyPurposeId.id_kp_OCSPSigning)) {
                findings.accept(Finding.warning(
                        "extension.asks-purpose",
                        ASKED,
                        title,
                        "The request asks for any purpose or for the signing of OCSP responses." + NOT_COPIED));
            }
        }
    }
}
