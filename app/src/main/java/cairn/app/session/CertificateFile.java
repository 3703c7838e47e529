package cairn.app.session;

import cairn.app.problem.ExitCode;
import cairn.app.problem.Problem;
import cairn.ca.x509.Certificate;
import cairn.ca.x509.MalformedException;
import cairn.ca.x509.Pem;
import cairn.ca.x509.PemBlock;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Certificates in a file that somebody named, in PEM or DER. */
public final class CertificateFile {
    private static final String INSPECT = "'cairn inspect' says what it is.";

    private CertificateFile() {}

    /** The only certificate of a file. */
    public static Certificate only(Path file) throws IOException, Problem {
        List<Certificate> found = all(file);
        if (found.size() != 1) {
            throw Problem.badInput(
                    "A-5",
                    "The file must hold exactly one certificate.",
                    file.toString(),
                    found.isEmpty()
                            ? INSPECT + " Of a list of serial numbers or files, one a line, write @FILE."
                            : "Name the certificate that is meant.");
        }
        return found.getFirst();
    }

    /** The first certificate of a file, as the issuer's stands in a chain of issuers. */
    public static Certificate first(Path file) throws IOException, Problem {
        return all(file).stream()
                .findFirst()
                .orElseThrow(() -> Problem.badInput("I-1", "The file holds no certificate.", file.toString(), INSPECT));
    }

    /** The certificates of a file, in its order; none where it holds nothing of the kind. */
    public static List<Certificate> all(Path file) throws IOException, Problem {
        byte[] content = InputFile.read(file);
        if (!Pem.isPem(content)) {
            return isSequence(content) ? List.of(read(content, file, "")) : List.of();
        }
        List<Certificate> found = new ArrayList<>();
        for (PemBlock block : blocks(content, file)) {
            found.add(read(block, file));
        }
        return List.copyOf(found);
    }

    /** Whether it starts as a certificate in DER does: no text has the long form of a length behind the tag. */
    private static boolean isSequence(byte[] content) {
        return content.length > 1 && content[0] == 0x30 && content[1] < 0;
    }

    private static List<PemBlock> blocks(byte[] content, Path file) throws Problem {
        try {
            return Pem.read(content);
        } catch (MalformedException e) {
            throw malformed(e, file, "");
        }
    }

    private static Certificate read(PemBlock block, Path file) throws Problem {
        String place = "BEGIN " + block.label() + " in line " + block.line() + ", ";
        try {
            return read(block.content(), file, place);
        } catch (MalformedException e) {
            throw malformed(e, file, place);
        }
    }

    private static Certificate read(byte[] der, Path file, String place) throws Problem {
        try {
            return Certificate.ofDer(der);
        } catch (MalformedException e) {
            throw malformed(e, file, place);
        }
    }

    private static Problem malformed(MalformedException e, Path file, String place) {
        return new Problem(
                "I-1",
                ExitCode.BAD_INPUT,
                "The file holds no certificate: " + e.what() + ".",
                file + ": " + place + e.where(),
                INSPECT,
                e);
    }
}
