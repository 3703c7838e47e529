package cairn.ca.storage;

import cairn.ca.audit.AuthorityName;
import cairn.ca.audit.JournalFile;
import cairn.ca.audit.LedgerException;
import cairn.ca.crl.CrlRecord;
import cairn.ca.x509.CertificateList;
import cairn.ca.x509.MalformedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The bytes of revocation lists, one file each, complete or not there. */
final class CrlFiles {
    private static final int MOST_OCTETS = 1 << 30;

    private final FileLayer files;
    private final WorkspacePlaces places;

    CrlFiles(FileLayer files, WorkspacePlaces places) {
        this.files = files;
        this.places = places;
    }

    /**
     * Makes sure, before anything is signed, that a list can be kept. A list that lies there with a number that the journal
     * has not used was signed by somebody who knew more than this journal does, as after an older backup was brought back: the revocations
     * since then are missing as well.
     */
    void prepare(AuthorityName issuer, BigInteger nextNumber) throws LedgerException {
        Path probe = temporary(places.list(issuer, nextNumber));
        try {
            Files.createDirectories(places.lists());
            files.delete(probe);
            files.create(probe).close();
            files.delete(probe);
        } catch (IOException e) {
            throw new LedgerException(
                    "the list could not be kept in " + places.lists() + ": " + DiskWords.of(e),
                    places.lists().toString(),
                    e);
        }
        Optional<BigInteger> newest = newest(issuer);
        if (newest.filter(n -> n.compareTo(nextNumber) >= 0).isPresent()) {
            Path unknown = places.list(issuer, newest.orElseThrow());
            throw new LedgerException(
                    unknown
                            + " is there, and the journal knows of no list with a number above "
                            + nextNumber.subtract(BigInteger.ONE)
                            + ". The workspace was brought back from an older copy: what was issued and revoked since then is not in"
                            + " it. Bring back the newest journal. If it is lost, enter the revocations of that list again, then"
                            + " move it out of the folder",
                    unknown.toString(),
                    null);
        }
    }

    private Optional<BigInteger> newest(AuthorityName issuer) throws LedgerException {
        Pattern name = Pattern.compile(Pattern.quote(issuer.text()) + "-(\\d{1,48})\\.crl");
        try (Stream<Path> lists = Files.list(places.lists())) {
            return lists.map(file -> name.matcher(String.valueOf(file.getFileName())))
                    .filter(Matcher::matches)
                    .map(matcher -> new BigInteger(matcher.group(1)))
                    .max(Comparator.naturalOrder());
        } catch (IOException | UncheckedIOException e) {
            throw new LedgerException(
                    "the folder " + places.lists() + " cannot be read: " + e.getMessage(),
                    places.lists().toString(),
                    e);
        }
    }

    private static Path temporary(Path file) {
        return file.resolveSibling(file.getFileName() + ".new");
    }

    /** Keeps a list; when this returns it survives a power cut. An unfinished attempt at the same number is replaced. */
    void keep(AuthorityName issuer, BigInteger number, CertificateList list) throws LedgerException {
        Path file = places.list(issuer, number);
        Path temporary = temporary(file);
        try {
            files.delete(temporary);
            try (JournalFile open = files.create(temporary)) {
                open.write(0, ByteBuffer.wrap(list.encoded()));
                open.force();
            }
            files.move(temporary, file);
            files.forceFolder(places.lists());
        } catch (IOException e) {
            throw new LedgerException(
                    "the list cannot be kept as " + file + ": " + DiskWords.of(e), file.toString(), e);
        }
    }

    CertificateList read(CrlRecord record) throws LedgerException {
        Path file = places.list(record.issuer(), record.number());
        try (JournalFile open = files.openForReading(file)) {
            long size = open.size();
            if (size > MOST_OCTETS) {
                throw new LedgerException(file + " is too big for a list", file.toString(), null);
            }
            ByteBuffer content = ByteBuffer.allocate((int) size);
            int read = open.read(0, content);
            byte[] octets = Arrays.copyOf(content.array(), read);
            CertificateList list = CertificateList.ofDer(octets);
            if (!list.fingerprint().equals(record.list())) {
                throw new LedgerException(
                        file + " is not the list that was signed: its digest is " + list.fingerprint() + " and "
                                + record.list() + " is recorded",
                        file.toString(),
                        null);
            }
            return list;
        } catch (MalformedException e) {
            throw new LedgerException(file + " is not the list that was signed: " + e.getMessage(), file.toString(), e);
        } catch (IOException e) {
            throw new LedgerException("the list " + file + " cannot be read: " + DiskWords.of(e), file.toString(), e);
        }
    }
}
