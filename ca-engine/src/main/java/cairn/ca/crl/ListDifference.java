package cairn.ca.crl;

import cairn.ca.x509.CertificateListOutline;
import cairn.ca.x509.RevocationListEntry;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What one list says that another does not, by serial number. Entries of other issuers (RFC 5280 section 5.3.3) are not
 * told apart.
 *
 * @param added on the second list only
 * @param removed on the first list only
 * @param changed on both, with another reason or date
 */
public record ListDifference(List<RevocationListEntry> added, List<RevocationListEntry> removed, List<Change> changed) {
    private static final Comparator<RevocationListEntry> BY_SERIAL = Comparator.comparing(RevocationListEntry::serial);

    /** Takes copies. */
    public ListDifference {
        added = List.copyOf(added);
        removed = List.copyOf(removed);
        changed = List.copyOf(changed);
    }

    /** An entry that both lists have, but not alike. */
    public record Change(RevocationListEntry before, RevocationListEntry after) {}

    /** Compares two lists; each part is in ascending order of serial numbers. */
    public static ListDifference between(CertificateListOutline first, CertificateListOutline second) {
        Map<BigInteger, RevocationListEntry> before = new HashMap<>();
        first.forEachEntry(entry -> before.put(entry.serial(), entry));
        List<RevocationListEntry> added = new ArrayList<>();
        List<Change> changed = new ArrayList<>();
        second.forEachEntry(entry -> {
            RevocationListEntry earlier = before.remove(entry.serial());
            if (earlier == null) {
                added.add(entry);
            } else if (!saysTheSame(earlier, entry)) {
                changed.add(new Change(earlier, entry));
            }
        });
        List<RevocationListEntry> removed = new ArrayList<>(before.values());
        added.sort(BY_SERIAL);
        removed.sort(BY_SERIAL);
        changed.sort(Comparator.comparing(change -> change.after().serial()));
        return new ListDifference(added, removed, changed);
    }

    private static boolean saysTheSame(RevocationListEntry before, RevocationListEntry after) {
        return before.revocationDate().equals(after.revocationDate())
                && before.reasonWord().equals(after.reasonWord());
    }

    /** Whether both say the same. */
    public boolean isEmpty() {
        return added.isEmpty() && removed.isEmpty() && changed.isEmpty();
    }
}
