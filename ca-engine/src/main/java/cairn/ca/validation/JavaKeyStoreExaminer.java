package cairn.ca.validation;

import cairn.ca.x509.ContentKind;
import cairn.ca.x509.Finding;
import cairn.ca.x509.SignatureCheck;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.bc.EncryptedObjectStoreData;
import org.bouncycastle.asn1.bc.ObjectStore;
import org.bouncycastle.asn1.bc.ObjectStoreIntegrityCheck;
import org.bouncycastle.asn1.bc.PbkdMacIntegrityCheck;
import org.jspecify.annotations.Nullable;

/** Says what the key stores of the Java world hold: JKS and BCFKS. Keys in them are not decrypted. */
final class JavaKeyStoreExaminer {
    private static final String FORM = "Java KeyStore API";
    private static final int MAX_ENTRIES = 10_000;

    private final CertificateExaminer certificates;

    JavaKeyStoreExaminer(CertificateExaminer certificates) {
        this.certificates = certificates;
    }

    Part examine(byte[] file, ContentKind kind, Optional<char[]> password) {
        Part part = new Part();
        try {
            switch (kind) {
                case JKS -> jks(file, password.orElse(null), part);
                case BCFKS -> bcfks(file, password.orElse(null), part);
                default ->
                    part.add(
                            Finding.error(
                                    "keystore.unsupported",
                                    FORM,
                                    "the file",
                                    "This is " + kind.words()
                                            + ", which is not read here. Convert it with keytool -importkeystore -deststoretype pkcs12."));
            }
        } catch (IOException e) {
            part.add(Finding.error(
                    "keystore.integrity",
                    FORM,
                    "the file",
                    password.isPresent()
                            ? "The integrity check failed: the password is wrong or the file is damaged."
                            : "The key store cannot be read: it is cut off or damaged."));
        } catch (GeneralSecurityException | RuntimeException e) {
            part.add(Finding.error(
                    "keystore.malformed",
                    FORM,
                    "the file",
                    "This is not a well-formed key store: it is cut off or damaged."));
        } finally {
            password.ifPresent(secret -> Arrays.fill(secret, '\0'));
        }
        return part;
    }

    private void jks(byte[] file, char @Nullable [] password, Part part) throws IOException, GeneralSecurityException {
        part.add(Finding.warning(
                "keystore.old-format",
                FORM,
                "the file",
                "JKS is an old format that protects keys poorly. Convert it to PKCS#12."));
        if (password == null) {
            part.add(Finding.warning(
                    "keystore.not-checked",
                    FORM,
                    "the file",
                    "No password was given: the integrity of the key store was not checked."));
        }
        KeyStore store = KeyStore.getInstance("JKS");
        store.load(new ByteArrayInputStream(file), password);
        entries(store, part);
    }

    private void bcfks(byte[] file, char @Nullable [] password, Part part)
            throws IOException, GeneralSecurityException {
        Optional<String> refusal = cost(file).refusal();
        if (refusal.isPresent()) {
            part.add(Finding.error("keystore.rounds", "RFC 8018 section 4.2", "the file", refusal.get()));
            return;
        }
        if (password == null) {
            part.add(Finding.warning(
                    "keystore.not-opened",
                    FORM,
                    "the file",
                    "No password was given: neither the integrity nor the contents of the key store were checked."));
            return;
        }
        KeyStore store = KeyStore.getInstance("BCFKS", SignatureCheck.provider());
        store.load(new ByteArrayInputStream(file), password);
        entries(store, part);
    }

    private static DerivationCost cost(byte[] file) {
        DerivationCost cost = new DerivationCost();
        ObjectStore store = ObjectStore.getInstance(file);
        ObjectStoreIntegrityCheck check = store.getIntegrityCheck();
        if (check.getType() == ObjectStoreIntegrityCheck.PBKD_MAC_CHECK) {
            cost.add(
                    PbkdMacIntegrityCheck.getInstance(check.getIntegrityCheck()).getPbkdAlgorithm());
        }
        if (store.getStoreData() instanceof EncryptedObjectStoreData data) {
            cost.add(data.getEncryptionAlgorithm());
        }
        return cost;
    }

    private void entries(KeyStore store, Part part) throws GeneralSecurityException {
        List<String> aliases = Collections.list(store.aliases());
        if (aliases.size() > MAX_ENTRIES) {
            part.add(Finding.error(
                    "keystore.size",
                    "limit of this program",
                    "the file",
                    "The key store has more than " + MAX_ENTRIES + " entries."));
            return;
        }
        for (String alias : aliases) {
            boolean key = store.isKeyEntry(alias);
            part.describe((key ? "Key entry \"" : "Trusted certificate \"") + alias + "\"", List.of());
            Certificate[] chain = store.getCertificateChain(alias);
            Certificate single = store.getCertificate(alias);
            List<Certificate> all = chain != null ? List.of(chain) : single != null ? List.of(single) : List.of();
            for (Certificate certificate : all) {
                part.include(certificates.examine(certificate.getEncoded(), List.of()), "entry \"" + alias + "\"");
            }
        }
    }
}
