package cairn.ca.validation;

import cairn.ca.x509.ContentKind;

/** What a file is, with the words that scripts rely on. */
public enum FileKind {
    CERTIFICATE("certificate"),
    REQUEST("csr"),
    REVOCATION_LIST("crl"),
    PKCS12("pkcs12"),
    KEY_STORE("keystore"),
    PRIVATE_KEY("private-key"),
    PUBLIC_KEY("public-key"),
    PKCS7("pkcs7"),
    OCSP_RESPONSE("ocsp"),
    PROFILE("profile"),
    JSON("json"),
    ARCHIVE("archive"),
    EMPTY("empty"),
    UNKNOWN("unknown");

    private final String word;

    FileKind(String word) {
        this.word = word;
    }

    /** The word for scripts. */
    public String word() {
        return word;
    }

    static FileKind of(ContentKind content) {
        return switch (content) {
            case CERTIFICATE -> CERTIFICATE;
            case CERTIFICATION_REQUEST -> REQUEST;
            case CERTIFICATE_LIST -> REVOCATION_LIST;
            case PKCS12 -> PKCS12;
            case BCFKS, JKS, JCEKS -> KEY_STORE;
            case PRIVATE_KEY, ENCRYPTED_PRIVATE_KEY -> PRIVATE_KEY;
            case PUBLIC_KEY -> PUBLIC_KEY;
            case SIGNED_DATA -> PKCS7;
            case OCSP_RESPONSE -> OCSP_RESPONSE;
            case ZIP -> ARCHIVE;
            case JSON -> JSON;
            case UNKNOWN -> UNKNOWN;
        };
    }
}
