package cairn.app.session;

import cairn.app.problem.ExitCode;
import cairn.app.problem.Problem;
import cairn.ca.audit.AuthorityName;
import cairn.ca.crl.CrlRecord;
import cairn.ca.x509.CertificateListOutline;
import cairn.ca.x509.MalformedException;
import cairn.ca.x509.Pem;
import cairn.ca.x509.PemBlock;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Lists that somebody named: by the number under which an authority signed one, or by a file. */
public final class ListContent {
    private ListContent() {}

    /** One of an authority's lists. */
    public static CertificateListOutline numbered(Session session, AuthorityName name, BigInteger number)
            throws Exception {
        List<CrlRecord> history = session.register().crls().history(name);
        CrlRecord record = history.stream()
                .filter(each -> each.number().equals(number))
                .findFirst()
                .orElseThrow(() -> Problem.badInput(
                        "C-6",
                        "This authority has no CRL of this number.",
                        name + " " + number,
                        history.isEmpty()
                                ? "It has signed none yet."
                                : "It has: "
                                        + history.stream()
                                                .map(each -> each.number().toString())
                                                .collect(Collectors.joining(", "))));
        return of(session, record);
    }

    /** One of an authority's lists. */
    public static CertificateListOutline of(Session session, CrlRecord record) throws Exception {
        return CertificateListOutline.read(
                session.register().crls().read(record).encoded());
    }

    /** The list in a file, PEM or DER. */
    public static CertificateListOutline file(Path file) throws IOException, Problem {
        byte[] content = InputFile.read(file);
        try {
            return CertificateListOutline.read(Pem.isPem(content) ? block(content, file) : content);
        } catch (MalformedException e) {
            throw new Problem(
                    "C-7",
                    ExitCode.BAD_INPUT,
                    "The file holds no CRL: " + e.what() + ".",
                    file + ": " + e.where(),
                    "'cairn inspect' says what it is.",
                    e);
        }
    }

    private static byte[] block(byte[] content, Path file) throws MalformedException, Problem {
        List<PemBlock> blocks = Pem.read(content);
        if (blocks.size() != 1) {
            throw Problem.badInput(
                    "C-7",
                    "The file must hold exactly one CRL.",
                    file.toString(),
                    "'cairn inspect' says what it holds; write the one that is meant into a file of its own.");
        }
        return blocks.getFirst().content();
    }
}
