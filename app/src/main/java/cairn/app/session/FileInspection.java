package cairn.app.session;

import cairn.app.problem.Problem;
import cairn.ca.csr.KeyPolicy;
import cairn.ca.profile.ProfileException;
import cairn.ca.profile.ProfileReader;
import cairn.ca.validation.Inspection;
import cairn.ca.validation.InspectionContext;
import cairn.ca.validation.Inspector;
import cairn.ca.x509.Certificate;
import cairn.ca.x509.CertificateListOutline;
import cairn.ca.x509.Finding;
import cairn.ca.x509.MalformedException;
import cairn.ca.x509.Pem;
import cairn.ca.x509.PemBlock;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says of files what they are; a list is also held against older ones of its issuer that were inspected before it. */
public final class FileInspection {
    private final Inspector inspector;
    private final List<CertificateListOutline> earlier = new ArrayList<>();

    /** Judges keys by {@code keys}, and profiles too. */
    public FileInspection(InstantSource clock, KeyPolicy keys) {
        inspector = new Inspector(clock, keys, FileInspection::profileProblems);
    }

    /**
     * Inspects a file.
     *
     * @param password of a key store; stays the caller's
     */
    public Inspection inspect(Path file, char @Nullable [] password) throws IOException, Problem {
        return inspect(InputFile.read(file), password, List.of());
    }

    /**
     * Inspects the octets of a file, which are overwritten if there is a private key in the open.
     *
     * @param password of a key store; stays the caller's
     * @param issuers certificates that may have issued what is inspected
     */
    public Inspection inspect(byte[] content, char @Nullable [] password, List<Certificate> issuers) {
        Optional<CertificateListOutline> list = outline(content);
        InspectionContext context = InspectionContext.NONE.withIssuers(issuers);
        if (list.isPresent()) {
            context = context.withEarlierLists(replacedBy(list.get()));
        }
        if (password != null) {
            context = context.withPassword(password);
        }
        try {
            Inspection found = inspector.inspect(content, context);
            list.ifPresent(earlier::add);
            return found;
        } finally {
            if (password != null) {
                context.wipe();
            }
        }
    }

    /** Those that a list replaces: of the same issuer, and not made after it. */
    private List<CertificateListOutline> replacedBy(CertificateListOutline list) {
        return earlier.stream()
                .filter(other -> other.issuer().equals(list.issuer())
                        && !list.thisUpdate().isBefore(other.thisUpdate()))
                .toList();
    }

    /** Empty for what is no list, and for a malformed one, which the inspection rejects with the reason. */
    private static Optional<CertificateListOutline> outline(byte[] content) {
        try {
            if (!Pem.isPem(content)) {
                return Optional.of(CertificateListOutline.read(content));
            }
            List<PemBlock> blocks = Pem.read(content);
            return blocks.size() == 1 && blocks.getFirst().label().equals("X509 CRL")
                    ? Optional.of(CertificateListOutline.read(blocks.getFirst().content()))
                    : Optional.empty();
        } catch (MalformedException e) {
            return Optional.empty();
        }
    }

    private static List<Finding> profileProblems(byte[] document) {
        try {
            ProfileReader.read("profile", document);
            return List.of();
        } catch (ProfileException e) {
            return e.problems().stream()
                    .map(problem -> Finding.error(
                            "profile.unsound",
                            ProfileReader.SCHEMA,
                            "line " + problem.line() + ", column " + problem.column()
                                    + (problem.field().isEmpty() ? "" : ", " + problem.field()),
                            problem.what()))
                    .toList();
        }
    }
}
