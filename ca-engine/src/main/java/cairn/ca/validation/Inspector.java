package cairn.ca.validation;

import cairn.ca.csr.KeyPolicy;
import cairn.ca.csr.RequestPolicy;
import cairn.ca.x509.ContentKind;
import cairn.ca.x509.Der;
import cairn.ca.x509.DerReader;
import cairn.ca.x509.Finding;
import cairn.ca.x509.MalformedException;
import cairn.ca.x509.Pem;
import cairn.ca.x509.PemBlock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Says what any file is, in words, and whether it may be relied on. Never throws because of a file: what cannot be read is a
 * finding. Fetches nothing, unpacks nothing, keeps nothing.
 */
public final class Inspector {
    /** Larger files are refused unread. */
    public static final int MAX_BYTES = Pem.MAX_BYTES;

    private static final String TEXT = "RFC 7468 section 2";

    private final InstantSource clock;
    private final KeyPolicy keys;
    private final Optional<DocumentCheck> documents;

    /** An inspector that judges keys by {@code keys} and does not know any JSON document. */
    public Inspector(InstantSource clock, KeyPolicy keys) {
        this(clock, keys, Optional.empty());
    }

    /** The same with a judge of JSON documents. */
    public Inspector(InstantSource clock, KeyPolicy keys, DocumentCheck documents) {
        this(clock, keys, Optional.of(documents));
    }

    private Inspector(InstantSource clock, KeyPolicy keys, Optional<DocumentCheck> documents) {
        this.clock = clock;
        this.keys = keys;
        this.documents = documents;
    }

    /** Inspects a file of which nothing else is known. */
    public Inspection inspect(byte[] file) {
        return inspect(file, InspectionContext.NONE);
    }

    /** Inspects the bytes of a file; overwrites {@code file} with zeros if there is a private key in the open. */
    public Inspection inspect(byte[] file, InspectionContext context) {
        if (file.length == 0) {
            return Inspection.of(FileKind.EMPTY, Finding.error("file.empty", TEXT, "offset 0", "The file is empty."));
        }
        if (file.length > MAX_BYTES) {
            return Inspection.of(
                    FileKind.UNKNOWN,
                    Finding.error(
                            "file.size",
                            "limit of this program",
                            "offset " + MAX_BYTES,
                            "The file has " + file.length + " bytes; at most " + MAX_BYTES + " are looked at."));
        }
        Instant now = clock.instant();
        Bundle bundle = new Bundle(
                new CertificateExaminer(keys, now),
                new RequestExaminer(new RequestPolicy(keys)),
                new RevocationListExaminer(now),
                new KeyExaminer(keys),
                context);
        return Pem.isPem(file) ? text(file, bundle) : binary(file, bundle, context);
    }

    private Inspection binary(byte[] file, Bundle bundle, InspectionContext context) {
        ContentKind kind = ContentKind.ofBytes(file);
        return switch (kind) {
            case PKCS12 ->
                inspection(kind, new Pkcs12Examiner(bundle.certificates()).examine(file, context.password()));
            case JKS, JCEKS, BCFKS ->
                inspection(
                        kind, new JavaKeyStoreExaminer(bundle.certificates()).examine(file, kind, context.password()));
            case SIGNED_DATA ->
                inspection(kind, new SignedDataExaminer(bundle.certificates(), bundle.lists()).examine(file));
            case ZIP ->
                Inspection.of(
                        FileKind.ARCHIVE,
                        Finding.error(
                                "file.archive",
                                "limit of this program",
                                "offset 0",
                                "This is a zip archive, which is not supported here. Nothing of it was unpacked."));
            case JSON -> document(file);
            case OCSP_RESPONSE ->
                Inspection.of(
                        FileKind.OCSP_RESPONSE,
                        Finding.warning(
                                "ocsp.not-supported",
                                "RFC 6960 section 4.2",
                                "the file",
                                "This looks like an OCSP response, which is not evaluated here."));
            case UNKNOWN -> Inspection.of(FileKind.UNKNOWN, unknown(file));
            case CERTIFICATE,
                    CERTIFICATION_REQUEST,
                    CERTIFICATE_LIST,
                    PRIVATE_KEY,
                    ENCRYPTED_PRIVATE_KEY,
                    PUBLIC_KEY -> {
                bundle.add(kind, file, "the file", false);
                yield bundle.finish();
            }
        };
    }

    private static Inspection inspection(ContentKind kind, Part part) {
        return Inspection.of(FileKind.of(kind), part.findings(), part.descriptions());
    }

    private static Finding unknown(byte[] file) {
        if (file[0] == DerReader.SEQUENCE) {
            try {
                Der.requireDer(file);
            } catch (MalformedException e) {
                return Finding.error(
                        "file.not-der",
                        "ITU-T X.690 section 10",
                        e.where(),
                        "The file begins like DER and is not: " + e.what()
                                + ". It is damaged or was written by a program" + " that does not keep to the rules.");
            }
        }
        boolean utf16 = file.length > 1 && (file[0] == 0 || file[1] == 0 || (file[0] == -1 && file[1] == -2));
        return Finding.error(
                "file.unknown",
                TEXT,
                "offset 0",
                utf16
                        ? "The file looks like UTF-16 text. Save it as plain ASCII or UTF-8 text."
                        : "This is no file of a kind that is known here: no certificate, request, revocation list, key"
                                + " store or key.");
    }

    private Inspection document(byte[] file) {
        if (!ProfileLook.has(file)) {
            return Inspection.of(
                    FileKind.JSON,
                    Finding.error(
                            "file.json",
                            "RFC 8259",
                            "the file",
                            "This is a JSON document and no certificate profile: such a one says \"cairn-profile\": 1."));
        }
        if (documents.isEmpty()) {
            return Inspection.of(
                    FileKind.PROFILE,
                    Finding.warning(
                            "profile.not-checked",
                            "RFC 8259",
                            "the file",
                            "This is a certificate profile, which is not checked here."));
        }
        return Inspection.of(FileKind.PROFILE, documents.get().check(file), List.of());
    }

    private Inspection text(byte[] file, Bundle bundle) {
        List<PemBlock> blocks;
        try {
            blocks = Pem.read(file);
        } catch (MalformedException e) {
            return Inspection.of(labelled(file), damaged(e));
        }
        boolean several = blocks.size() > 1;
        boolean secret = false;
        for (PemBlock block : blocks) {
            String place = several ? "block in line " + block.line() : "the file";
            if (isParameters(block, blocks)) {
                continue;
            }
            Optional<ContentKind> promised = ContentKind.ofLabel(block.label());
            try {
                byte[] content = block.content();
                boolean key = promised.filter(ContentKind::isPrivateKey).isPresent();
                secret |= key;
                ContentKind kind = key ? promised.get() : ContentKind.ofBytes(content);
                secret |= kind == ContentKind.PRIVATE_KEY;
                if (promised.isPresent() && kind != ContentKind.UNKNOWN && kind != promised.get()) {
                    bundle.object(Finding.error(
                            "pem.label",
                            TEXT,
                            "line " + block.line(),
                            "The block is labelled " + block.label() + " and holds " + kind.words() + "."));
                }
                ContentKind effective = kind == ContentKind.UNKNOWN ? promised.orElse(kind) : kind;
                bundle.add(effective, content, place, block.isEncrypted());
            } catch (MalformedException e) {
                bundle.damaged(promised, damaged(e));
            }
        }
        if (secret) {
            blocks.forEach(PemBlock::wipe);
            Arrays.fill(file, (byte) 0);
        }
        return bundle.finish();
    }

    /** OpenSSL writes the name of the curve before a key, where it stands once more; the key is what is looked at. */
    private static boolean isParameters(PemBlock block, List<PemBlock> blocks) {
        return block.label().equals("EC PARAMETERS") && blocks.size() > 1;
    }

    private static FileKind labelled(byte[] file) {
        return Pem.firstLabel(file)
                .flatMap(ContentKind::ofLabel)
                .map(FileKind::of)
                .orElse(FileKind.UNKNOWN);
    }

    private static Finding damaged(MalformedException e) {
        return Finding.error("pem.malformed", TEXT, e.where(), "The text form is damaged: " + e.what() + ".");
    }
}
