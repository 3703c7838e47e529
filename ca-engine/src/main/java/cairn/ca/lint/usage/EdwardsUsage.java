package cairn.ca.lint.usage;

import cairn.ca.lint.view.CertificateView;
import cairn.ca.lint.view.KeyUsageView;
import cairn.ca.lint.view.Oid;
import cairn.ca.x509.Severity;

/** Ed25519 and Ed448 only sign. */
final class EdwardsUsage extends ForbiddenUsage {
    EdwardsUsage() {
        super(
                "rfc9295.edwards-usage",
                "RFC 9295 section 3; RFC 8410 section 5",
                Severity.ERROR,
                "Ed25519 and Ed448 only sign",
                KeyUsageView.ENCIPHERMENT | KeyUsageView.AGREEMENT,
                "is not for a key that signs");
    }

    @Override
    boolean concerns(CertificateView certificate, KeyUsageView usage) {
        return certificate.key().algorithm().oid().equals(Oid.ED25519)
                || certificate.key().algorithm().oid().equals(Oid.ED448);
    }
}
