package cairn.app.cli;

import cairn.app.problem.Problem;
import cairn.app.session.InputFile;
import cairn.ca.x509.Certificate;
import cairn.ca.x509.Pem;
import cairn.ca.x509.PemBlock;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Certificates in files that somebody named. */
final class CertificateInput {
    private CertificateInput() {}

    /** The only certificate of a file. */
    static Certificate certificate(Path file) throws Exception {
        List<Certificate> found = certificates(file);
        if (found.size() != 1) {
            throw Problem.badInput(
                    "A-5",
                    "The file must hold exactly one certificate.",
                    file.toString(),
                    found.isEmpty()
                            ? "'cairn inspect' says what it is. Of a list of serial numbers or files, one a line, write @FILE."
                            : "Name the certificate that is meant.");
        }
        return found.getFirst();
    }

    /** The certificates of a PEM file, in its order. */
    static List<Certificate> certificates(Path file) throws Exception {
        List<Certificate> found = new ArrayList<>();
        for (PemBlock block : Pem.read(InputFile.read(file))) {
            found.add(Certificate.ofDer(block.content()));
        }
        return List.copyOf(found);
    }
}
