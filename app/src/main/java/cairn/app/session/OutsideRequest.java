package cairn.app.session;

import cairn.app.problem.Problem;
import cairn.app.problem.Problems;
import cairn.ca.audit.AuthorityName;
import cairn.ca.authority.Authority;
import cairn.ca.authority.KeyOrder;
import cairn.ca.csr.CertificationRequest;
import cairn.ca.publication.FilePublisher;
import cairn.ca.publication.PublicationException;
import cairn.ca.x509.DistinguishedName;
import cairn.ca.x509.Pem;
import cairn.hsm.token.PinSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * An authority that an issuer outside of the workspace shall certify.
 *
 * @param token on which its key is made
 * @param file where the request (RFC 2986) goes; nothing is overwritten
 */
public record OutsideRequest(
        AuthorityName name, DistinguishedName subject, KeyOrder key, TokenSettings token, Path file) {
    /** Makes the key and the request, and writes it. Resumed, it writes the request that is out once more. */
    public CertificationRequest run(Session session, PinSource pins) throws Exception {
        CertificationRequest request =
                session.services().outside().request(name, subject, key, session.token(token, pins));
        publish(Pem.write("CERTIFICATE REQUEST", request.encoded()).getBytes(StandardCharsets.US_ASCII));
        return request;
    }

    private void publish(byte[] pem) throws Problem {
        try {
            new FilePublisher().publish(file, pem, FilePublisher.Existing.KEEP, content -> {});
        } catch (IOException | PublicationException e) {
            Problem why = Problems.of(e);
            throw new Problem(
                    why.code(),
                    why.exit(),
                    "The request was made and is recorded, but its file is missing. " + why.what(),
                    why.where(),
                    "Mend that, then run the same command with --resume: it writes the same request.",
                    e);
        }
    }

    /** Brings back what the outside issuer made of a request; every check is made. */
    public static Authority accept(Session session, AuthorityName name, Path certificate, Path chain) throws Exception {
        return session.services()
                .outside()
                .accept(name, CertificateFile.only(certificate), CertificateFile.all(chain), List.of());
    }
}
