package cairn.ca.lint.extension;

import cairn.ca.lint.CertificateRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.Report;
import cairn.ca.lint.view.CertificateView;
import cairn.ca.x509.Severity;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;

/** subjectKeyIdentifier is made by a published method. */
final class SubjectKeyIdentifierMethod extends CertificateRule {
    private static final List<String> LONGER = List.of("SHA-256", "SHA-384", "SHA-512");

    SubjectKeyIdentifierMethod() {
        super(
                "rfc7093.ski-method",
                "RFC 5280 section 4.2.1.2; RFC 7093 section 2",
                Severity.NOTICE,
                "subjectKeyIdentifier is made by a published method");
    }

    @Override
    public void check(CertificateView certificate, LintContext context, Report report) {
        certificate.extensions().subjectKeyIdentifier().ifPresent(identifier -> {
            byte[] found = identifier.content();
            byte[] bits = certificate.key().bits().content();
            byte[] key = Arrays.copyOfRange(bits, 1, bits.length);
            byte[] sha1 = digest("SHA-1", key);
            if (Arrays.equals(found, sha1) || isSecondMethod(found, sha1)) {
                return;
            }
            for (String algorithm : LONGER) {
                byte[] info = certificate.key().element().encoded();
                if (found.length > 0
                        && (isStart(found, digest(algorithm, key)) || isStart(found, digest(algorithm, info)))) {
                    return;
                }
            }
            report.add("subjectKeyIdentifier", "not one of the published digests of the key");
        });
    }

    private static boolean isSecondMethod(byte[] found, byte[] sha1) {
        byte[] expected = Arrays.copyOfRange(sha1, 12, 20);
        expected[0] = (byte) (0x40 | (expected[0] & 0x0F));
        return Arrays.equals(found, expected);
    }

    private static boolean isStart(byte[] found, byte[] digest) {
        return found.length >= 20
                && found.length <= digest.length
                && Arrays.equals(found, 0, found.length, digest, 0, found.length);
    }

    private static byte[] digest(String algorithm, byte[] content) {
        try {
            return MessageDigest.getInstance(algorithm).digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has " + algorithm, e);
        }
    }
}
