package cairn.app.session;

import cairn.app.problem.ExitCode;
import cairn.app.problem.Problem;
import cairn.app.problem.Problems;
import cairn.ca.audit.AuditEvent;
import cairn.ca.audit.AuthorityName;
import cairn.ca.audit.Checkpoint;
import cairn.ca.audit.JournalWindows;
import cairn.ca.audit.Progress;
import cairn.ca.issuance.Issuer;
import cairn.ca.publication.DetachedSignature;
import cairn.ca.publication.FilePublisher;
import cairn.ca.signing.SigningException;
import cairn.ca.storage.JournalAccess;
import cairn.ca.x509.Certificate;
import cairn.ca.x509.Fingerprint;
import cairn.ca.x509.SignatureCheck;
import cairn.hsm.token.PinSource;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes entries of the journal to a file that another computer can check: each line has an entry as the journal has it,
 * and its chain value, which is SHA-256 over the value before it and the entry's octets. The first lines give the value
 * before the first entry, the last line is the checkpoint. An authority's key can sign the file, beside it.
 */
public final class JournalExport {
    private final Session session;
    private final InstantSource clock;

    /** Exports from this workspace. */
    public JournalExport(Session session, InstantSource clock) {
        this.session = session;
        this.clock = clock;
    }

    /**
     * What is wanted.
     *
     * @param first the first entry
     * @param last the last entry; what the journal does not have yet is left out
     * @param signer the authority that signs the file
     */
    public record Order(Path file, boolean replace, long first, long last, Optional<AuthorityName> signer) {
        /** The file with the signature. */
        public Path signature() {
            return file.resolveSibling(file.getFileName() + ".p7s");
        }
    }

    /** What was written. */
    public record Result(Path file, Optional<Path> signature, long first, Checkpoint checkpoint, Fingerprint content) {}

    /** Writes the file, signs it if that is wanted, and records it; nothing if {@code progress} ended it. */
    public Optional<Result> run(Order order, PinSource pins, Progress progress) throws Exception {
        OutputFile.require(order.file());
        requireFree(order, order.file());
        if (order.signer().isPresent()) {
            requireFree(order, order.signature());
        }
        long last = Math.min(order.last(), session.register().journal().lastSequence());
        if (order.first() < 1 || order.first() > last) {
            throw Problem.badInput(
                    "E-8",
                    "The journal has no such entries.",
                    order.first() + " to " + order.last(),
                    "It has entries 1 to " + session.register().journal().lastSequence() + ".");
        }
        Optional<Issuer> signer = order.signer().isPresent()
                ? Optional.of(session.issuer(order.signer().get(), pins))
                : Optional.empty();
        Path folder = order.file().toAbsolutePath().getParent();
        Files.createDirectories(folder);
        Path temporary = Files.createTempFile(folder, ".journal", ".part");
        try {
            Optional<Result> written = write(order, last, temporary, progress);
            if (written.isEmpty()) {
                return written;
            }
            if (signer.isPresent()) {
                publish(order, sign(signer.get(), temporary));
            }
            move(order, temporary);
            String by = order.signer().map(name -> ", signed by " + name).orElse("");
            session.register()
                    .journal()
                    .append(new AuditEvent.Exported(
                            "journal entries " + order.first() + " to " + last + by,
                            order.file().getFileName().toString(),
                            written.get().content()));
            return written;
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private static void requireFree(Order order, Path file) throws FileAlreadyExistsException {
        if (!order.replace() && Files.exists(file)) {
            throw new FileAlreadyExistsException(file.toString());
        }
    }

    private Optional<Result> write(Order order, long last, Path temporary, Progress progress) throws Exception {
        JournalAccess access = session.register().journalAccess();
        MessageDigest digest = Fingerprint.sha256();
        boolean[] ended = new boolean[1];
        Progress watched = (done, total) -> {
            ended[0] = ended[0] || !progress.goesOn(done, total);
            return !ended[0];
        };
        Checkpoint checkpoint;
        try (OutputStream out =
                new DigestOutputStream(new BufferedOutputStream(Files.newOutputStream(temporary)), digest)) {
            checkpoint = access.<Checkpoint, Exception>inWindows(file -> {
                JournalWindows windows = new JournalWindows();
                windows.follow(file, watched);
                line(out, "cairn-journal-export 1");
                line(out, "workspace " + session.register().identity().id());
                line(out, "entries " + order.first() + " to " + last);
                line(out, "before " + windows.chainOf(file, order.first() - 1).hex());
                windows.lines(file, order.first(), last, watched, (sequence, json, chain) -> {
                    out.write((chain.hex() + " ").getBytes(StandardCharsets.US_ASCII));
                    out.write(json);
                    out.write('\n');
                });
                var end = windows.read(file, last, last).getFirst();
                Checkpoint here = new Checkpoint(last, end.chain(), end.time());
                line(out, here.text());
                return here;
            });
        }
        Optional<Path> signature = order.signer().map(name -> order.signature());
        return ended[0]
                ? Optional.empty()
                : Optional.of(new Result(
                        order.file(), signature, order.first(), checkpoint, Fingerprint.ofDigest(digest.digest())));
    }

    private static void line(OutputStream out, String text) throws IOException {
        out.write((text + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private byte[] sign(Issuer issuer, Path file) throws Exception {
        List<Certificate> chain = new ArrayList<>(session.chain(issuer.name()));
        try (InputStream content = Files.newInputStream(file)) {
            return new DetachedSignature(issuer.algorithm(), chain)
                    .<Exception>over(content, clock.instant(), octets -> {
                        byte[] signature = issuer.key().sign(issuer.algorithm(), octets);
                        if (!SignatureCheck.verifies(
                                issuer.publicKey(), issuer.algorithm().identifier(), octets, signature)) {
                            throw new Problem(
                                    "T-12",
                                    ExitCode.TOKEN,
                                    "The token gave a signature that its public key does not verify.",
                                    issuer.name().text(),
                                    "Do not use this token until its maker has looked at it.");
                        }
                        return signature;
                    });
        } catch (SigningException e) {
            throw Problems.of(e);
        }
    }

    private static void publish(Order order, byte[] signature) throws Exception {
        FilePublisher.Existing existing =
                order.replace() ? FilePublisher.Existing.REPLACE : FilePublisher.Existing.KEEP;
        new FilePublisher().publish(order.signature(), signature, existing, content -> {});
    }

    private static void move(Order order, Path temporary) throws IOException {
        if (order.replace()) {
            Files.move(temporary, order.file(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } else {
            Files.move(temporary, order.file());
        }
    }
}
