package cairn.ca.storage;

import cairn.ca.audit.Checkpoint;
import cairn.ca.audit.JournalException;
import cairn.ca.audit.JournalFile;
import cairn.ca.audit.JournalReading;
import cairn.ca.audit.JournalScan;
import cairn.ca.audit.JournalVerification;
import cairn.ca.audit.JournalVerifier;
import cairn.ca.audit.Progress;
import cairn.ca.audit.SoundEntries;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Reads the journal of a workspace, open or locked, without changing anything. */
public final class JournalAccess {
    private final WorkspacePlaces places;
    private final FileLayer files;

    JournalAccess(WorkspacePlaces places, FileLayer files) {
        this.places = places;
        this.files = files;
    }

    /** The journal of the workspace in {@code folder}, whether or not the workspace can be opened. */
    public static JournalAccess of(Path folder, FileLayer files) {
        return new JournalAccess(new WorkspacePlaces(folder), files);
    }

    /** Reads all of it, follows the chain and compares it with a checkpoint that was kept elsewhere. */
    public JournalVerification verify(Optional<Checkpoint> outside) throws JournalException {
        try (JournalFile file = files.openForReading(places.journal())) {
            return JournalVerifier.verify(file, outside);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** The same; nothing if {@code progress} ended it. */
    public Optional<JournalVerification> verify(Optional<Checkpoint> outside, Progress progress)
            throws JournalException {
        try (JournalFile file = files.openForReading(places.journal())) {
            return JournalVerifier.verify(file, outside, progress);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** Reading by windows, by whoever keeps {@code windows}: what is read lies between being opened and closed here. */
    public <T, X extends Exception> T inWindows(Windowed<T, X> reading) throws JournalException, X {
        try (JournalFile file = files.openForReading(places.journal())) {
            return reading.read(file);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** Reads from the open journal. */
    public interface Windowed<T, X extends Exception> {
        /** Reads. */
        T read(JournalFile file) throws JournalException, X;
    }

    /** Hands over the entries behind a sequence number, batch by batch, in order. */
    public <X extends Exception> void read(long behind, JournalReading.Batches<X> each) throws JournalException, X {
        try (JournalFile file = files.openForReading(places.journal())) {
            new JournalReading(file, JournalScan.of(file, behind)).fromMark(each);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /**
     * Hands over the entries from the first on up to the first that is not good.
     *
     * @throws JournalException after the last good one was handed over
     */
    public <X extends Exception> void readSound(JournalReading.Batches<X> each) throws JournalException, X {
        try (JournalFile file = files.openForReading(places.journal())) {
            new SoundEntries(file).read(each);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private JournalException unreadable(IOException e) {
        return new JournalException("the journal " + places.journal() + " cannot be read: " + DiskWords.of(e), e);
    }
}
