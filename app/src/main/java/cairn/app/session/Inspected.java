package cairn.app.session;

import cairn.app.problem.Problem;
import cairn.ca.audit.AuthorityName;
import cairn.ca.audit.LedgerException;
import cairn.ca.authority.Authority;
import cairn.ca.validation.FileKind;
import cairn.ca.validation.Inspection;
import cairn.ca.x509.Certificate;
import cairn.ca.x509.MalformedException;
import cairn.ca.x509.Pem;
import cairn.ca.x509.PemBlock;
import cairn.ca.x509.SerialNumber;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A file, or a certificate of the register, as the inspector sees it in this workspace.
 *
 * @param name the file, or the certificate's authority and serial number
 * @param certificates those that it holds in the open, in its order
 * @param trust of the first of them, if certificates are all it holds
 */
public record Inspected(String name, Inspection inspection, List<Certificate> certificates, Optional<Trust> trust) {
    /** Takes a copy. */
    public Inspected {
        certificates = List.copyOf(certificates);
    }

    /**
     * Inspects a file.
     *
     * @param password of a key store; stays the caller's
     */
    public static Inspected of(Session session, Path file, char @Nullable [] password, InstantSource clock)
            throws IOException, Problem, LedgerException {
        return of(session, file.toString(), InputFile.read(file), password, clock);
    }

    /** Inspects a certificate that this workspace issued. */
    public static Inspected of(Session session, AuthorityName issuer, SerialNumber serial, InstantSource clock)
            throws IOException, Problem, LedgerException {
        Certificate certificate = session.register()
                .certificates()
                .find(issuer, serial)
                .orElseThrow(() -> Problem.badInput(
                        "E-1",
                        "This authority issued no such certificate.",
                        issuer + ", " + serial.hex(),
                        "Search the inventory for it."));
        return of(session, issuer + " " + serial.hex(), certificate.encoded(), null, clock);
    }

    private static Inspected of(
            Session session, String name, byte[] content, char @Nullable [] password, InstantSource clock)
            throws IOException, Problem, LedgerException {
        List<Certificate> known = new ArrayList<>();
        for (Authority authority : session.register().authorities().all()) {
            authority.certificate().ifPresent(known::add);
            known.addAll(authority.outsideChain());
        }
        List<Certificate> held = certificates(content);
        Inspection inspection = new FileInspection(clock, session.requests().keys()).inspect(content, password, known);
        Optional<Trust> trust = inspection.kind() == FileKind.CERTIFICATE && !held.isEmpty()
                ? Optional.of(Trust.of(session, held.getFirst(), clock.instant()))
                : Optional.empty();
        return new Inspected(name, inspection, held, trust);
    }

    /** Those that can be read; of the others the inspection says why they cannot. */
    private static List<Certificate> certificates(byte[] content) {
        List<Certificate> found = new ArrayList<>();
        try {
            if (!Pem.isPem(content)) {
                return List.of(Certificate.ofDer(content));
            }
            for (PemBlock block : Pem.read(content)) {
                if (block.label().endsWith("CERTIFICATE")) {
                    found.add(Certificate.ofDer(block.content()));
                }
            }
            return found;
        } catch (MalformedException e) {
            return found;
        }
    }
}
