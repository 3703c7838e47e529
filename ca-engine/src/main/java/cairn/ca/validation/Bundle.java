package cairn.ca.validation;

import cairn.ca.x509.Certificate;
import cairn.ca.x509.CertificateListOutline;
import cairn.ca.x509.ContentKind;
import cairn.ca.x509.Finding;
import cairn.ca.x509.MalformedException;
import cairn.ca.x509.Octets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The objects of one file: examined one by one, then held against each other. */
final class Bundle {
    /** So many objects of a file are examined; the rest is counted. */
    private static final int MAX_EXAMINED = 500;

    /** So many certificates are held against a list in the same file. */
    private static final int MAX_STATUS = 20;

    private final CertificateExaminer certificates;
    private final RequestExaminer requests;
    private final RevocationListExaminer lists;
    private final KeyExaminer keys;
    private final InspectionContext context;

    private final Part whole = new Part();
    private final List<Waiting> waiting = new ArrayList<>();
    private @Nullable ContentKind first;
    private int requestCount;
    private int count;

    /** An object that is judged when all issuers in the file are known. */
    private record Waiting(ContentKind kind, Octets content, String place) {}

    Bundle(
            CertificateExaminer certificates,
            RequestExaminer requests,
            RevocationListExaminer lists,
            KeyExaminer keys,
            InspectionContext context) {
        this.certificates = certificates;
        this.requests = requests;
        this.lists = lists;
        this.keys = keys;
        this.context = context;
    }

    CertificateExaminer certificates() {
        return certificates;
    }

    RevocationListExaminer lists() {
        return lists;
    }

    void object(Finding finding) {
        whole.add(finding);
    }

    void damaged(Optional<ContentKind> promised, Finding finding) {
        note(promised.orElse(ContentKind.UNKNOWN));
        whole.add(finding);
    }

    private void note(ContentKind kind) {
        if (first == null || first == ContentKind.UNKNOWN) {
            first = kind;
        }
    }

    void add(ContentKind kind, byte[] content, String place, boolean encryptedText) {
        if (++count > MAX_EXAMINED) {
            return;
        }
        note(kind);
        switch (kind) {
            case CERTIFICATE, CERTIFICATE_LIST -> waiting.add(new Waiting(kind, Octets.of(content), place));
            case CERTIFICATION_REQUEST -> {
                requestCount++;
                whole.include(requests.examine(content), place);
            }
            case PRIVATE_KEY, ENCRYPTED_PRIVATE_KEY ->
                whole.include(KeyExaminer.secret(content, kind, encryptedText), place);
            case PUBLIC_KEY -> whole.include(keys.open(content), place);
            case SIGNED_DATA -> whole.include(new SignedDataExaminer(certificates, lists).examine(content), place);
            case PKCS12, BCFKS, JKS, JCEKS, OCSP_RESPONSE, ZIP, JSON, UNKNOWN ->
                whole.add(Finding.warning(
                        "pem.unknown-block", "RFC 7468 section 2", place, "The block holds " + kind.words() + "."));
        }
    }

    Inspection finish() {
        List<Certificate> issuers = new ArrayList<>(context.issuers());
        waiting.stream()
                .filter(w -> w.kind == ContentKind.CERTIFICATE)
                .forEach(w -> issuer(w).ifPresent(issuers::add));
        List<Certificate> read = new ArrayList<>();
        List<CertificateListOutline> readLists = new ArrayList<>();
        for (Waiting one : waiting) {
            byte[] content = one.content.toArray();
            Part part = one.kind == ContentKind.CERTIFICATE
                    ? certificates.examine(content, issuers)
                    : lists.examine(content, issuers, context.earlierLists());
            part.certificate().ifPresent(read::add);
            part.list().ifPresent(readLists::add);
            whole.include(part, one.place);
        }
        for (CertificateListOutline list : readLists) {
            read.stream()
                    .filter(c -> !c.isSelfIssued() && c.issuer().equals(list.issuer()))
                    .limit(MAX_STATUS)
                    .forEach(c -> lists.status(list, issuers, c, whole));
        }
        if (requestCount > 1) {
            whole.add(Finding.error(
                    "request.several",
                    "RFC 7468 section 7",
                    "the file",
                    "The file holds " + requestCount
                            + " requests. Put each into a file of its own, so that nobody takes"
                            + " one for the other."));
        }
        if (count > MAX_EXAMINED) {
            whole.add(Finding.warning(
                    "file.many",
                    "limit of this program",
                    "the file",
                    "The file holds " + count + " objects; the first " + MAX_EXAMINED + " were examined."));
        }
        if (first == null || first == ContentKind.UNKNOWN) {
            whole.add(Finding.error(
                    "file.unknown",
                    "RFC 7468 section 2",
                    "the file",
                    "The file holds no certificate, request, revocation list or key."));
        }
        FileKind kind = FileKind.of(first == null ? ContentKind.UNKNOWN : first);
        return Inspection.of(kind, whole.findings(), whole.descriptions());
    }

    private static Optional<Certificate> issuer(Waiting waiting) {
        try {
            return Optional.of(Certificate.ofDer(waiting.content.toArray()));
        } catch (MalformedException e) {
            // The examiner says what is wrong with it; as an issuer it does not count.
            return Optional.empty();
        }
    }
}
