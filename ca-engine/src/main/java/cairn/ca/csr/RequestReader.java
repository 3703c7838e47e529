package cairn.ca.csr;

import cairn.ca.x509.ContentKind;
import cairn.ca.x509.Finding;
import cairn.ca.x509.MalformedException;
import cairn.ca.x509.Pem;
import cairn.ca.x509.PemBlock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the one request in the bytes of a file, PEM or DER, with or without other text around it. */
public final class RequestReader {
    /** No request is larger: room for the largest post-quantum key and signature and ten thousand names. */
    public static final int MAX_BYTES = 4 << 20;

    private static final String FORM = "RFC 2986 section 4";
    private static final String TEXT = "RFC 7468 section 7";

    private RequestReader() {}

    /**
     * Reads the one request in {@code file}. Where a private key is found instead or beside it, {@code file} is
     * overwritten with zeros before the refusal.
     */
    public static CertificationRequest read(byte[] file) throws RequestRefusedException {
        if (file.length == 0) {
            throw unreadable(
                    "request.empty", FORM, "offset 0", "The file is empty. Have the requester send it again.", null);
        }
        if (file.length > MAX_BYTES) {
            throw unreadable(
                    "request.size",
                    FORM,
                    "offset " + MAX_BYTES,
                    "The file has " + file.length + " bytes; a request has at most " + MAX_BYTES + ".",
                    null);
        }
        if (!Pem.isPem(file)) {
            return decode(file, ContentKind.ofBytes(file), file, "the file");
        }
        List<PemBlock> blocks = blocks(file);
        try {
            if (blocks.stream()
                    .anyMatch(b -> ContentKind.ofLabel(b.label())
                            .filter(ContentKind::isPrivateKey)
                            .isPresent())) {
                throw privateKey(file, "the file");
            }
            return only(file, blocks);
        } finally {
            blocks.forEach(PemBlock::wipe);
        }
    }

    private static List<PemBlock> blocks(byte[] file) throws RequestRefusedException {
        try {
            return Pem.read(file);
        } catch (MalformedException e) {
            throw unreadable("request.pem", TEXT, e.where(), "The text form is damaged: " + e.what() + ".", e);
        }
    }

    private static CertificationRequest only(byte[] file, List<PemBlock> blocks) throws RequestRefusedException {
        List<PemBlock> requests = blocks.stream()
                .filter(b -> ContentKind.ofLabel(b.label()).equals(Optional.of(ContentKind.CERTIFICATION_REQUEST)))
                .toList();
        if (requests.size() > 1) {
            String lines =
                    String.join(", ", requests.stream().map(b -> "" + b.line()).toList());
            throw unreadable(
                    "request.several",
                    TEXT,
                    "lines " + lines,
                    "The file holds " + requests.size() + " requests. Put each into a file of its own, so that "
                            + "nobody takes one for the other.",
                    null);
        }
        PemBlock block = requests.isEmpty() ? blocks.getFirst() : requests.getFirst();
        byte[] der;
        try {
            der = block.content();
        } catch (MalformedException e) {
            throw unreadable("request.pem", TEXT, e.where(), "The text form is damaged: " + e.what() + ".", e);
        }
        ContentKind kind = ContentKind.ofBytes(der);
        String place = "the block in line " + block.line();
        if (requests.isEmpty() && kind == ContentKind.CERTIFICATION_REQUEST) {
            throw unreadable(
                    "request.label",
                    TEXT,
                    "line " + block.line(),
                    "The block is labelled " + block.label() + " and holds a certification request. Label it "
                            + "CERTIFICATE REQUEST if a request is what you mean.",
                    null);
        }
        return decode(file, kind, der, place);
    }

    private static CertificationRequest decode(byte[] file, ContentKind kind, byte[] der, String place)
            throws RequestRefusedException {
        if (kind.isPrivateKey()) {
            Arrays.fill(der, (byte) 0);
            throw privateKey(file, place);
        }
        if (kind != ContentKind.CERTIFICATION_REQUEST && kind != ContentKind.UNKNOWN) {
            throw unreadable("request.other-kind", FORM, place, NoRequest.words(kind), null);
        }
        try {
            return CertificationRequest.ofDer(der);
        } catch (MalformedException e) {
            String words =
                    NoRequest.words(der).orElse("This is not a well-formed certification request: " + e.what() + ".");
            throw unreadable("request.malformed", FORM, e.where(), words, e);
        }
    }

    private static RequestRefusedException privateKey(byte[] file, String place) {
        Arrays.fill(file, (byte) 0);
        return new RequestRefusedException.PrivateKeyGiven(Finding.error(
                "request.private-key",
                "RFC 2986 section 3",
                place,
                "The file holds a private key, and that key is in the open now: a private key never leaves its owner "
                        + "and is not needed here. It has not been kept; treat it as disclosed, make a new one, have "
                        + "what was issued for it revoked, and send the request made with the new one."));
    }

    private static RequestRefusedException unreadable(
            String code, String clause, String where, String words, @Nullable Throwable cause) {
        return new RequestRefusedException.Unreadable(Finding.error(code, clause, where, words), cause);
    }
}
