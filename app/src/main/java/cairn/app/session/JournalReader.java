package cairn.app.session;

import cairn.ca.audit.AuditEvent;
import cairn.ca.audit.Checkpoint;
import cairn.ca.audit.JournalEntry;
import cairn.ca.audit.JournalException;
import cairn.ca.audit.JournalVerification;
import cairn.ca.audit.JournalWindows;
import cairn.ca.audit.Progress;
import cairn.ca.storage.DiskFiles;
import cairn.ca.storage.JournalAccess;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads the journal backwards, the newest first, by pages; of an open workspace or of one that nobody can open. */
public final class JournalReader {
    private static final int WINDOW = 512;

    private final JournalAccess access;
    private final TokenDirectory directory;
    private final JournalWindows windows = new JournalWindows();

    private JournalReader(JournalAccess access, TokenDirectory directory) {
        this.access = access;
        this.directory = directory;
    }

    /** The journal of the workspace in {@code folder}, whether or not it can be opened; nothing is changed. */
    public static JournalReader of(Path folder) {
        return new JournalReader(JournalAccess.of(folder, new DiskFiles()), new TokenDirectory(folder));
    }

    /** An entry, with what it means. */
    public record Line(JournalEntry entry, String kind, String words) {}

    /**
     * Which entries are wanted.
     *
     * @param words that occur in the entry's words, actor or kind, in any case; may be empty
     * @param kind the name of the event's type; empty for all
     */
    public record Filter(String words, String kind, Optional<Instant> from, Optional<Instant> until) {
        /** All of them. */
        public static final Filter ALL = new Filter("", "", Optional.empty(), Optional.empty());

        boolean takes(Line line) {
            Instant time = line.entry().time();
            return (kind.isEmpty() || kind.equals(line.kind()))
                    && from.filter(time::isBefore).isEmpty()
                    && until.filter(limit -> !time.isBefore(limit)).isEmpty()
                    && (line.kind() + "\n" + line.entry().actor() + "\n" + line.words())
                            .toLowerCase(Locale.ROOT)
                            .contains(words.strip().toLowerCase(Locale.ROOT));
        }
    }

    /**
     * Some entries, the newest first.
     *
     * @param next before which entry the next page begins; 0 if there is nothing older
     * @param last the number of the newest entry that there is
     */
    public record Page(List<Line> lines, long next, long last) {
        /** Takes a copy. */
        public Page {
            lines = List.copyOf(lines);
        }
    }

    /** The names of all kinds of event. */
    public static List<String> kinds() {
        return Arrays.stream(AuditEvent.class.getPermittedSubclasses())
                .map(Class::getSimpleName)
                .sorted()
                .toList();
    }

    /**
     * The newest wanted entries before a number, as many as fit on a page; fewer where {@code progress} ended the search.
     *
     * @param before 0 for the newest of all
     */
    public Page page(long before, int most, Filter filter, Progress progress) throws JournalException {
        TokenNames names = TokenNames.of(directory);
        return access.<Page, RuntimeException>inWindows(file -> {
            long last = windows.follow(file, progress);
            long next = before == 0 ? last : before - 1;
            List<Line> lines = new ArrayList<>();
            while (next > 0 && lines.size() < most) {
                long first = Math.max(1, next - WINDOW + 1);
                List<JournalEntry> window = windows.read(file, first, next);
                for (int i = window.size() - 1; i >= 0 && lines.size() < most; i--) {
                    Line line = line(window.get(i), names);
                    next = line.entry().sequence() - 1;
                    if (filter.takes(line)) {
                        lines.add(line);
                    }
                }
                if (!progress.goesOn(last - next, last)) {
                    break;
                }
            }
            return new Page(lines, next == 0 ? 0 : next + 1, last);
        });
    }

    private static Line line(JournalEntry entry, TokenNames names) {
        return new Line(entry, entry.event().getClass().getSimpleName(), EventWords.of(entry.event(), names));
    }

    /** Where the journal stands now; empty while it has no entry. */
    public Optional<Checkpoint> checkpoint() throws JournalException {
        return access.<Optional<Checkpoint>, RuntimeException>inWindows(file -> {
            long last = windows.follow(file, Progress.NONE);
            return windows.read(file, last, last).stream()
                    .findFirst()
                    .map(end -> new Checkpoint(last, end.chain(), end.time()));
        });
    }

    /** Verifies the journal alone; nothing if {@code progress} ended it. */
    public Optional<JournalVerification> verify(Optional<Checkpoint> outside, Progress progress)
            throws JournalException {
        return access.verify(outside, progress);
    }
}
