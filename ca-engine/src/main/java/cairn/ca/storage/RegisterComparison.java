package cairn.ca.storage;

import cairn.ca.audit.AuthorityName;
import cairn.ca.audit.JournalFile;
import cairn.ca.audit.LedgerException;
import cairn.ca.audit.Progress;
import cairn.ca.crl.CrlRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Whether an open register says what its journal says, row by row: a second one is made from the journal and compared. H2
 * has no checksum over its rows, so neither a bad block nor somebody's hand is seen in any other way. The signed lists, of
 * which the journal has the digests, are read as well.
 */
final class RegisterComparison {
    /** What is compared, in an order that is the same in both; not what depends on when something was entered. */
    private static final List<String> TABLES = List.of(
            "identity ORDER BY workspace_id",
            "authority ORDER BY name",
            "authority_chain ORDER BY authority, place",
            "intent WHERE state = 'O' ORDER BY id",
            "certificate ORDER BY id",
            "certificate_der ORDER BY id",
            "certificate_count WHERE total <> 0 ORDER BY issuer, status",
            "revocation ORDER BY issuer, serial",
            "blocked_key ORDER BY spki",
            "crl ORDER BY issuer, number");

    private final WorkspacePlaces places;
    private final Surroundings surroundings;
    private final Database register;

    RegisterComparison(WorkspacePlaces places, Surroundings surroundings, Database register) {
        this.places = places;
        this.surroundings = surroundings;
        this.register = register;
    }

    /** What differs, in words: the first row of each table, and each list; empty if nothing does. */
    List<String> differences(Progress progress) throws WorkspaceException {
        Path made = places.databaseBeingBuilt();
        try {
            RegisterRebuild rebuild = new RegisterRebuild(places, surroundings);
            try (JournalFile journal = surroundings.files().openForReading(places.journal())) {
                rebuild.build(journal, progress);
            }
            List<String> found = new ArrayList<>();
            try (Database second = Database.open(surroundings.files(), made)) {
                for (String table : TABLES) {
                    synchronized (register.reader()) {
                        compare(table, register.reader(), second.reader()).ifPresent(found::add);
                    }
                }
                lists(second.reader(), found);
            }
            return found;
        } catch (SQLException | IOException | LedgerException e) {
            throw new WorkspaceException.Unusable(
                    "The register of the workspace " + places.folder() + " cannot be compared with its journal: "
                            + WorkspaceException.words(e) + ".",
                    e);
        } finally {
            discard(made);
        }
    }

    private void discard(Path made) throws WorkspaceException {
        try {
            surroundings.files().delete(made);
        } catch (IOException e) {
            throw new WorkspaceException.Unusable("The file " + made + " cannot be removed.", e);
        }
    }

    private static Optional<String> compare(String table, Connection register, Connection journal) throws SQLException {
        String query = "SELECT * FROM " + table;
        try (PreparedStatement one = register.prepareStatement(query);
                PreparedStatement other = journal.prepareStatement(query);
                ResultSet mine = one.executeQuery();
                ResultSet right = other.executeQuery()) {
            String name = table.substring(0, table.indexOf(' '));
            for (long row = 1; ; row++) {
                boolean more = mine.next();
                if (more != right.next()) {
                    return Optional.of("the register has " + (more ? "more" : "fewer") + " rows of " + name
                            + " than the journal tells of, from row " + row + " on");
                }
                if (!more) {
                    return Optional.empty();
                }
                String column = difference(mine, right);
                if (!column.isEmpty()) {
                    return Optional.of("row " + row + " of " + name + " in the register is not what the journal tells: "
                            + column + " differs");
                }
            }
        }
    }

    /** The name of the first column that differs; empty if none does. */
    private static String difference(ResultSet mine, ResultSet right) throws SQLException {
        for (int column = 1; column <= right.getMetaData().getColumnCount(); column++) {
            if (!Objects.deepEquals(mine.getObject(column), right.getObject(column))) {
                return right.getMetaData().getColumnName(column);
            }
        }
        return "";
    }

    private void lists(Connection journal, List<String> found) throws SQLException, LedgerException {
        CrlFiles files = new CrlFiles(surroundings.files(), places);
        List<AuthorityName> issuers = new ArrayList<>();
        try (PreparedStatement query = journal.prepareStatement("SELECT DISTINCT issuer FROM crl ORDER BY issuer");
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                issuers.add(new AuthorityName(row.getString(1)));
            }
        }
        for (AuthorityName issuer : issuers) {
            for (CrlRecord list : CrlLedgerInRegister.records(journal, issuer, "")) {
                try {
                    files.read(list);
                } catch (LedgerException e) {
                    found.add(String.valueOf(e.getMessage()));
                }
            }
        }
    }
}
