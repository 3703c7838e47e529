package cairn.app.session;

import cairn.app.problem.ExitCode;
import cairn.app.problem.Problem;
import cairn.ca.audit.AuthorityName;
import cairn.ca.audit.LedgerException;
import cairn.ca.inventory.CertificateSummary;
import cairn.ca.inventory.Inventory;
import cairn.ca.inventory.Selection;
import cairn.ca.x509.Certificate;
import cairn.ca.x509.MalformedException;
import cairn.ca.x509.Pem;
import cairn.ca.x509.SerialNumber;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Certificates that a person names: by a serial number, by {@code ISSUER:SERIAL}, or by a file that holds them. */
public final class NamedCertificates {
    /** Serial numbers of this workspace are unique; those of others may begin alike. */
    private static final int ALIKE = 50;

    private static final Pattern PEM_BLOCK =
            Pattern.compile("-----BEGIN CERTIFICATE-----[^-]{0,1000000}-----END CERTIFICATE-----");

    private final Session session;

    /** Of this workspace. */
    public NamedCertificates(Session session) {
        this.session = session;
    }

    /** A certificate of the register; that there is one is not said. */
    public record Named(AuthorityName issuer, SerialNumber serialNumber) {
        /** As it is written in an address. */
        public String text() {
            return issuer.text() + ":" + serialNumber.hex();
        }
    }

    /** A serial number in hexadecimal. */
    public static SerialNumber serial(String text) throws Problem {
        try {
            return SerialNumber.ofHex(text);
        } catch (IllegalArgumentException e) {
            throw Problem.badInput(
                    "R-1",
                    "This is neither a serial number in hexadecimal nor a file.",
                    text,
                    "'cairn inventory' lists serial numbers.");
        }
    }

    /** The certificate that {@code word} names. */
    public Named named(String word) throws Problem, LedgerException {
        Optional<Named> whole = ofAuthority(word);
        if (whole.isPresent()) {
            return whole.get();
        }
        SerialNumber serialNumber = serial(word);
        List<CertificateSummary> found = rows(serialNumber);
        if (found.isEmpty()) {
            throw Problem.badInput(
                    "E-1",
                    "No authority of this workspace issued such a certificate.",
                    word,
                    "'cairn inventory' lists them.");
        }
        if (found.size() > 1) {
            throw Problem.badInput(
                    "E-1",
                    "Several authorities have a certificate with this serial number.",
                    word,
                    "Write the authority before it: " + found.getFirst().issuer() + ":" + word);
        }
        return new Named(found.getFirst().issuer(), serialNumber);
    }

    /** What stands before the first colon is an authority's name if there is such an authority; digits have colons too. */
    private Optional<Named> ofAuthority(String word) throws Problem, LedgerException {
        int colon = word.indexOf(':');
        if (colon < 1) {
            return Optional.empty();
        }
        String before = word.substring(0, colon);
        for (var authority : session.register().authorities().all()) {
            if (authority.name().text().equals(before)) {
                return Optional.of(new Named(authority.name(), serial(word.substring(colon + 1))));
            }
        }
        return Optional.empty();
    }

    private List<CertificateSummary> rows(SerialNumber serialNumber) throws LedgerException {
        return session
                .register()
                .inventory()
                .page(Selection.containing(serialNumber.hex()), Inventory.Order.NEWEST_FIRST, Optional.empty(), ALIKE)
                .rows()
                .stream()
                .filter(row -> row.serialNumber().equals(serialNumber))
                .toList();
    }

    /**
     * The certificates that a text names: blocks of PEM, names of files that are there, one a line, and serial numbers with
     * blanks, commas or semicolons between them.
     */
    public List<Named> inText(String text) throws Problem, LedgerException, IOException {
        List<Named> named = new ArrayList<>();
        Matcher block = PEM_BLOCK.matcher(text);
        while (block.find()) {
            named.add(own(ofPem(block.group()), "PEM"));
        }
        for (String line :
                block.reset().replaceAll("\n").lines().map(String::strip).toList()) {
            if (isFile(line)) {
                named.addAll(inFile(Path.of(line)));
                continue;
            }
            for (String word : line.split("[\\s,;]+")) {
                if (!word.isEmpty()) {
                    named.add(named(word));
                }
            }
        }
        return named.stream().distinct().toList();
    }

    private static boolean isFile(String line) {
        try {
            return !line.isEmpty() && Files.isRegularFile(Path.of(line));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private static Certificate ofPem(String block) throws Problem {
        try {
            return Certificate.ofDer(Pem.read(block.getBytes(StandardCharsets.US_ASCII))
                    .getFirst()
                    .content());
        } catch (MalformedException e) {
            throw new Problem(
                    "I-1", ExitCode.BAD_INPUT, "The text holds no certificate: " + e.what() + ".", e.where(), "", e);
        }
    }

    /** The certificates in a file, which must be those that the register has. */
    public List<Named> inFile(Path file) throws Problem, LedgerException, IOException {
        List<Named> named = new ArrayList<>();
        for (Certificate certificate : CertificateFile.all(file)) {
            named.add(own(certificate, file.toString()));
        }
        if (named.isEmpty()) {
            throw Problem.badInput("I-1", "The file holds no certificate.", file.toString(), "");
        }
        return List.copyOf(named);
    }

    private Named own(Certificate certificate, String where) throws Problem, LedgerException {
        for (CertificateSummary row : rows(certificate.serialNumber())) {
            boolean same = session.register()
                    .certificates()
                    .find(row.issuer(), row.serialNumber())
                    .filter(certificate::equals)
                    .isPresent();
            if (same) {
                return new Named(row.issuer(), row.serialNumber());
            }
        }
        throw Problem.badInput(
                "E-1",
                "No authority of this workspace issued this certificate.",
                where + ": " + certificate.subject(),
                "Only who issued a certificate can revoke it.");
    }
}
