package cairn.ca.storage;

import cairn.ca.audit.AuthorityName;
import cairn.ca.audit.JournalFile;
import cairn.ca.audit.LedgerException;
import cairn.ca.crl.CrlRecord;
import cairn.ca.x509.CertificateList;
import cairn.ca.x509.MalformedException;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;

/** The bytes of revocation lists, one file each, complete or not there. */
final class CrlFiles {
    private static final int MOST_OCTETS = 1 << 30;

    private final FileLayer files;
    private final WorkspacePlaces places;

    CrlFiles(FileLayer files, WorkspacePlaces places) {
        this.files = files;
        this.places = places;
    }

    /** Keeps a list; when this returns it survives a power cut. An unfinished attempt at the same number is replaced. */
    void keep(AuthorityName issuer, BigInteger number, CertificateList list) throws LedgerException {
        Path file = places.list(issuer, number);
        Path temporary = file.resolveSibling(file.getFileName() + ".new");
        try {
            files.delete(temporary);
            try (JournalFile open = files.create(temporary)) {
                open.write(0, ByteBuffer.wrap(list.encoded()));
                open.force();
            }
            files.move(temporary, file);
            files.forceFolder(places.lists());
        } catch (IOException e) {
            throw new LedgerException("the list cannot be kept as " + file + ": " + DiskWords.of(e), e);
        }
    }

    CertificateList read(CrlRecord record) throws LedgerException {
        Path file = places.list(record.issuer(), record.number());
        try (JournalFile open = files.openForReading(file)) {
            long size = open.size();
            if (size > MOST_OCTETS) {
                throw new LedgerException(file + " is too big for a list");
            }
            ByteBuffer content = ByteBuffer.allocate((int) size);
            int read = open.read(0, content);
            byte[] octets = Arrays.copyOf(content.array(), read);
            CertificateList list = CertificateList.ofDer(octets);
            if (!list.fingerprint().equals(record.list())) {
                throw new LedgerException(file + " is not the list that was signed: its digest is " + list.fingerprint()
                        + " and " + record.list() + " is recorded");
            }
            return list;
        } catch (MalformedException e) {
            throw new LedgerException(file + " is not the list that was signed: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new LedgerException("the list " + file + " cannot be read: " + DiskWords.of(e), e);
        }
    }
}
