package cairn.app.session;

import cairn.app.problem.Problem;
import cairn.ca.audit.AuditEvent;
import cairn.ca.audit.JournalException;
import cairn.ca.publication.CertificateFiles;
import cairn.ca.publication.FilePublisher;
import cairn.ca.publication.PublicationException;
import cairn.ca.x509.Certificate;
import cairn.ca.x509.Fingerprint;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Writes certificates into files that anybody may read, and records it. Nothing is overwritten. */
public final class CertificateExport {
    private final Session session;

    /** Records in this session's journal. */
    public CertificateExport(Session session) {
        this.session = session;
    }

    /** The forms; the names are those of {@code cairn export --form}. */
    public enum Form {
        /** The first certificate alone. */
        PEM,
        /** The first certificate alone. */
        DER,
        /** All, in PEM. */
        CHAIN,
        /** All, as PKCS#7 in DER. */
        P7B;

        /** The form that belongs to a file's name: {@code .der}, {@code .cer}, {@code .p7b}, or a chain in PEM. */
        public static Form ofName(String name) {
            String small = name.toLowerCase(Locale.ROOT);
            if (small.endsWith(".der") || small.endsWith(".cer") || small.endsWith(".crt")) {
                return DER;
            }
            return small.endsWith(".p7b") || small.endsWith(".p7c") ? P7B : CHAIN;
        }
    }

    /**
     * Writes and records.
     *
     * @param chain the certificate, then those above it
     * @param what whose it is, for the journal
     */
    public void write(Form form, List<Certificate> chain, String what, Path file)
            throws IOException, PublicationException, JournalException, Problem {
        OutputFile.require(file);
        Certificate first = chain.getFirst();
        Fingerprint digest = switch (form) {
            case PEM -> publish(file, CertificateFiles.pem(List.of(first)), CertificateFiles.holdsPem(List.of(first)));
            case DER -> publish(file, first.encoded(), CertificateFiles.holdsDer(first));
            case CHAIN -> publish(file, CertificateFiles.pem(chain), CertificateFiles.holdsPem(chain));
            case P7B -> publish(file, CertificateFiles.pkcs7(chain), CertificateFiles.holdsPkcs7(chain));
        };
        session.register()
                .journal()
                .append(new AuditEvent.Exported(
                        form.name().toLowerCase(Locale.ROOT) + " of " + what,
                        String.valueOf(file.getFileName()),
                        digest));
    }

    private static Fingerprint publish(Path file, byte[] content, FilePublisher.Check check)
            throws IOException, PublicationException {
        return new FilePublisher().publish(file, content, FilePublisher.Existing.KEEP, check);
    }
}
