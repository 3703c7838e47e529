package cairn.app.session;

import cairn.ca.publication.KeyStoreFiles;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The forms of file that {@code export} writes; the names are those of {@code --form}. */
public enum ExportForm {
    pem(Content.CERTIFICATES, null),
    der(Content.CERTIFICATES, null),
    chain(Content.CERTIFICATES, null),
    p7b(Content.CERTIFICATES, null),
    p7b_pem(Content.CERTIFICATES, null),
    p12(Content.STORE, KeyStoreFiles.Format.PKCS12),
    p12_legacy(Content.STORE, KeyStoreFiles.Format.PKCS12_LEGACY),
    jks(Content.STORE, KeyStoreFiles.Format.JKS),
    bcfks(Content.STORE, KeyStoreFiles.Format.BCFKS),
    crl(Content.LIST, null),
    crl_pem(Content.LIST, null);

    /** What a file of the form holds. */
    public enum Content {
        CERTIFICATES,
        /** Certificates under a password, and a private key if one is given. */
        STORE,
        LIST
    }

    private final Content content;
    private final KeyStoreFiles.@Nullable Format format;

    ExportForm(Content content, KeyStoreFiles.@Nullable Format format) {
        this.content = content;
        this.format = format;
    }

    /** The form that belongs to a file's name: {@code .der}, {@code .cer}, {@code .p7b}, or a chain in PEM. */
    public static ExportForm ofName(Path file) {
        String small = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        if (small.endsWith(".der") || small.endsWith(".cer") || small.endsWith(".crt")) {
            return der;
        }
        return small.endsWith(".p7b") || small.endsWith(".p7c") ? p7b : chain;
    }

    /** What a file of it holds. */
    public Content content() {
        return content;
    }

    /** The kind of store, of a form that is one. */
    public Optional<KeyStoreFiles.Format> format() {
        return Optional.ofNullable(format);
    }

    /** What is to be said of a form that is weak. */
    public Optional<String> warning() {
        return switch (this) {
            case p12_legacy ->
                Optional.of("Triple-DES and SHA-1 are weak; use this only where nothing else can be read");
            case jks -> Optional.of("the JKS format is weak; prefer p12");
            case pem, der, chain, p7b, p7b_pem, p12, bcfks, crl, crl_pem -> Optional.empty();
        };
    }
}
