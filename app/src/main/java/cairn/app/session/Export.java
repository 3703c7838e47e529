package cairn.app.session;

import cairn.app.problem.Problem;
import cairn.ca.audit.AuditEvent;
import cairn.ca.audit.AuthorityName;
import cairn.ca.crl.CrlRecord;
import cairn.ca.publication.CertificateFiles;
import cairn.ca.publication.KeyStoreFiles;
import cairn.ca.x509.Certificate;
import cairn.ca.x509.CertificateList;
import cairn.ca.x509.Fingerprint;
import cairn.ca.x509.SerialNumber;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes certificates, chains, stores and the newest list as files, and records that. */
public final class Export {
    private final Session session;
    private final ExportForm form;
    private final FileTarget target;
    private final Instant now;

    /** One file in this form. */
    public Export(Session session, ExportForm form, FileTarget target, Instant now) {
        this.session = session;
        this.form = form;
        this.target = target;
        this.now = now;
    }

    /**
     * What was written.
     *
     * @param warnings that what was written is in order but of no use to anybody, in words
     */
    public record Written(Fingerprint digest, List<String> warnings) {
        /** Takes copies. */
        public Written {
            warnings = List.copyOf(warnings);
        }
    }

    /** What fills a store. */
    public interface Store {
        /** Whether it holds a private key. */
        boolean haveKey();

        /** Writes it. */
        Fingerprint write(FileTarget target, KeyStoreFiles.Format format, List<Certificate> chain) throws Exception;
    }

    /** A trust store under this password. */
    public static Store trustStore(char[] password) {
        return new Store() {
            @Override
            public boolean haveKey() {
                return false;
            }

            @Override
            public Fingerprint write(FileTarget target, KeyStoreFiles.Format format, List<Certificate> chain)
                    throws Exception {
                return target.write(
                        KeyStoreFiles.trustStore(format, chain, password),
                        KeyStoreFiles.opens(format, chain.size(), password));
            }
        };
    }

    /** The certificate of an authority, or one that it issued, and those up to the root. */
    public List<Certificate> chain(AuthorityName name, Optional<SerialNumber> serial) throws Exception {
        List<Certificate> chain = new ArrayList<>();
        if (serial.isPresent()) {
            chain.add(session.register()
                    .certificates()
                    .find(name, serial.get())
                    .orElseThrow(() -> Problem.badInput(
                            "E-1",
                            "This authority issued no such certificate.",
                            serial.get().hex(),
                            "'cairn inventory' lists them.")));
        }
        chain.addAll(session.chain(name));
        if (chain.isEmpty()) {
            throw Problem.badInput(
                    "E-7",
                    "This authority has no certificate yet.",
                    name.text(),
                    "Bring back what the outside issuer made of its request: 'cairn authority accept'.");
        }
        return chain;
    }

    /** Writes certificates in a form that is no store. */
    public Written certificates(AuthorityName name, Optional<SerialNumber> serial) throws Exception {
        return certificates(name, serial, trustStore(new char[0]));
    }

    /**
     * Writes certificates that need not be of this workspace, in a form that is no store.
     *
     * @param chain the certificate, then those above it
     * @param what whose it is, for the journal
     */
    public Written certificates(List<Certificate> chain, String what) throws Exception {
        Fingerprint digest = write(chain, trustStore(new char[0]));
        record(form.name() + " of " + what, digest);
        return new Written(digest, List.of());
    }

    /** Writes certificates. */
    public Written certificates(AuthorityName name, Optional<SerialNumber> serial, Store store) throws Exception {
        List<Certificate> chain = chain(name, serial);
        Fingerprint digest = write(chain, store);
        String subject = serial.map(
                        hex -> "certificate " + chain.getFirst().serialNumber().hex() + " of " + name)
                .orElse(name.text());
        record(form.name() + (store.haveKey() ? " with private key of " : " of ") + subject, digest);
        return new Written(digest, NoLongerValid.words(session, chain, now));
    }

    private Fingerprint write(List<Certificate> chain, Store store) throws Exception {
        List<Certificate> first = chain.subList(0, 1);
        return switch (form) {
            case pem -> target.write(CertificateFiles.pem(first), CertificateFiles.holdsPem(first));
            case der -> target.write(first.getFirst().encoded(), CertificateFiles.holdsDer(first.getFirst()));
            case chain -> target.write(CertificateFiles.pem(chain), CertificateFiles.holdsPem(chain));
            case p7b -> target.write(CertificateFiles.pkcs7(chain), CertificateFiles.holdsPkcs7(chain));
            case p7b_pem -> target.write(CertificateFiles.pkcs7Pem(chain), CertificateFiles.holdsPkcs7Pem(chain));
            case p12, p12_legacy, jks, bcfks ->
                store.write(target, form.format().orElseThrow(), chain);
            case crl, crl_pem -> throw new IllegalStateException(form + " holds no certificates");
        };
    }

    /** The newest list of an authority. */
    public CrlRecord newest(AuthorityName name) throws Exception {
        session.authority(name);
        return session.register()
                .crls()
                .latest(name)
                .orElseThrow(() -> Problem.badInput(
                        "E-6", "This authority has signed no CRL yet.", name.text(), "'cairn crl sign' signs one."));
    }

    /** Writes a list that was signed. */
    public Written list(CrlRecord record) throws Exception {
        CertificateList list = session.register().crls().read(record);
        Fingerprint digest = form == ExportForm.crl_pem
                ? target.write(CertificateFiles.pem(list), CertificateFiles.holdsPem(list))
                : target.write(list.encoded(), CertificateFiles.holdsDer(list));
        record(form + " " + record.number() + " of " + record.issuer(), digest);
        return new Written(
                digest,
                record.nextUpdate().isBefore(now)
                        ? List.of("CRL " + record.number() + " of " + record.issuer() + " has been out of date since "
                                + record.nextUpdate() + "; sign the next one")
                        : List.of());
    }

    private void record(String what, Fingerprint digest) throws Exception {
        session.register()
                .journal()
                .append(new AuditEvent.Exported(
                        what, target.file().getFileName().toString(), digest));
    }
}
