package cairn.ca.storage;

import cairn.ca.audit.AuditEvent;
import cairn.ca.audit.AuthorityName;
import cairn.ca.audit.JournalException;
import cairn.ca.audit.LedgerException;
import cairn.ca.authority.Authority;
import cairn.ca.authority.AuthorityRegister;
import cairn.ca.authority.KeyHistory;
import cairn.ca.signing.KeyReference;
import cairn.ca.signing.TokenIdentity;
import cairn.ca.x509.Certificate;
import cairn.ca.x509.MalformedException;
import cairn.ca.x509.Octets;
import cairn.ca.x509.SignatureAlgorithm;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The authorities, by way of journal and register. */
final class AuthorityRegisterInRegister implements AuthorityRegister {
    private final Recorder recorder;
    private final JournalAccess journal;

    AuthorityRegisterInRegister(Recorder recorder, JournalAccess journal) {
        this.recorder = recorder;
        this.journal = journal;
    }

    @Override
    public void record(AuditEvent event) throws LedgerException {
        if (!AuthorityRegister.takes(event)) {
            throw new IllegalArgumentException(
                    "no event of an authority's life: " + event.getClass().getSimpleName());
        }
        recorder.record(List.of(event));
    }

    @Override
    public KeyHistory keyHistory(TokenIdentity token, String label) throws LedgerException {
        KeyHistory history = new KeyHistory(token, label);
        try {
            journal.<RuntimeException>read(0, entries -> entries.forEach(entry -> history.take(entry.event())));
        } catch (JournalException e) {
            throw new LedgerException(String.valueOf(e.getMessage()), e);
        }
        return history;
    }

    @Override
    public Optional<Authority> find(AuthorityName name) throws LedgerException {
        return recorder.read(connection -> query(connection, " WHERE name = ?", Optional.of(name))).stream()
                .findFirst();
    }

    @Override
    public Optional<Octets> request(AuthorityName name) throws LedgerException {
        return recorder.read(connection -> {
            try (PreparedStatement query = connection.prepareStatement(
                    "SELECT request FROM authority WHERE name = ? AND request IS NOT NULL")) {
                query.setString(1, name.text());
                try (ResultSet row = query.executeQuery()) {
                    return row.next() ? Optional.of(Octets.of(row.getBytes(1))) : Optional.empty();
                }
            }
        });
    }

    @Override
    public List<Authority> all() throws LedgerException {
        List<Authority> all = new ArrayList<>(recorder.read(connection -> query(connection, "", Optional.empty())));
        all.sort(Comparator.comparing((Authority authority) -> !isRoot(authority))
                .thenComparing(authority -> authority.name().text()));
        return all;
    }

    private static boolean isRoot(Authority authority) {
        return authority.certificate().map(Certificate::isSelfIssued).orElse(false);
    }

    private static List<Authority> query(Connection connection, String where, Optional<AuthorityName> name)
            throws SQLException, LedgerException {
        List<Authority> found = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement("SELECT * FROM authority" + where)) {
            if (name.isPresent()) {
                query.setString(1, name.get().text());
            }
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    found.add(read(connection, row));
                }
            }
        } catch (MalformedException e) {
            throw new LedgerException("the certificate of an authority is damaged: " + e.getMessage(), e);
        }
        return found;
    }

    private static Authority read(Connection connection, ResultSet row)
            throws SQLException, MalformedException, LedgerException {
        AuthorityName name = new AuthorityName(row.getString("name"));
        byte[] certificate = row.getBytes("certificate");
        String algorithm = row.getString("algorithm");
        return new Authority(
                name,
                new KeyReference(
                        row.getString("token_label"),
                        row.getString("token_serial"),
                        row.getString("key_id"),
                        row.getString("key_label")),
                SignatureAlgorithm.ofWord(algorithm)
                        .orElseThrow(() -> new LedgerException("the register names the algorithm " + algorithm)),
                certificate == null ? Optional.empty() : Optional.of(Certificate.ofDer(certificate)),
                Optional.ofNullable(row.getString("parent")).map(AuthorityName::new),
                chain(connection, name),
                state(row.getString("state")));
    }

    private static List<Certificate> chain(Connection connection, AuthorityName name)
            throws SQLException, MalformedException {
        List<Certificate> chain = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(
                "SELECT certificate FROM authority_chain WHERE authority = ? ORDER BY place")) {
            query.setString(1, name.text());
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    chain.add(Certificate.ofDer(row.getBytes(1)));
                }
            }
        }
        return chain;
    }

    private static Authority.State state(String letter) throws LedgerException {
        return switch (letter) {
            case AuthorityProjection.REQUESTED -> Authority.State.REQUESTED;
            case AuthorityProjection.ACTIVE -> Authority.State.ACTIVE;
            case AuthorityProjection.RETIRED -> Authority.State.RETIRED;
            default -> throw new LedgerException("the register names the state " + letter);
        };
    }
}
