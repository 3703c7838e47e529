package cairn.ca.validation;

import cairn.ca.x509.Certificate;
import cairn.ca.x509.Finding;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.ContentInfo;
import org.bouncycastle.asn1.pkcs.EncryptedData;
import org.bouncycastle.asn1.pkcs.MacData;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.pkcs.PKCS12PfxPdu;
import org.bouncycastle.pkcs.PKCS12SafeBag;
import org.bouncycastle.pkcs.PKCS12SafeBagFactory;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;
import org.bouncycastle.pkcs.PKCSException;

/** Says what a PKCS#12 key store holds, whether it is whole, and how well it is protected. */
final class Pkcs12Examiner {
    private static final String FORM = "RFC 7292 section 4";
    private static final String MAC = "RFC 7292 section 5.1";

    /** pkcs-12PbeIds. */
    private static final ASN1ObjectIdentifier OLD_CIPHERS = new ASN1ObjectIdentifier("1.2.840.113549.1.12.1");

    private final CertificateExaminer certificates;

    Pkcs12Examiner(CertificateExaminer certificates) {
        this.certificates = certificates;
    }

    Part examine(byte[] file, Optional<char[]> password) {
        Part part = new Part();
        try {
            PKCS12PfxPdu store = new PKCS12PfxPdu(file);
            if (!store.toASN1Structure().getAuthSafe().getContentType().equals(PKCSObjectIdentifiers.data)) {
                throw new IOException("the safe is not plain data, the only form that a password protects");
            }
            DerivationCost cost = new DerivationCost();
            boolean readable = protection(store, cost, part);
            Optional<String> refusal = cost.refusal();
            if (refusal.isPresent()) {
                part.add(Finding.error("keystore.rounds", "RFC 8018 section 4.2", "the file", refusal.get()));
            } else if (password.isPresent() || readable) {
                open(store, password.orElseGet(() -> new char[0]), cost, part);
            } else {
                part.add(
                        Finding.warning(
                                "keystore.not-opened",
                                MAC,
                                "the file",
                                "No password was given: neither the integrity nor the contents of the key store were checked."));
            }
        } catch (IOException | RuntimeException e) {
            part.add(Finding.error(
                    "keystore.malformed",
                    FORM,
                    "the file",
                    "This is not a well-formed PKCS#12 key store: it is cut off or damaged."));
        } finally {
            password.ifPresent(secret -> Arrays.fill(secret, '\0'));
        }
        return part;
    }

    /** Looks at algorithms and counts rounds; true where everything can be read without a password. */
    private static boolean protection(PKCS12PfxPdu store, DerivationCost cost, Part part) throws IOException {
        if (store.hasMac()) {
            MacData mac = store.toASN1Structure().getMacData();
            AlgorithmIdentifier algorithm = mac.getMac().getAlgorithmId();
            if (algorithm.getAlgorithm().equals(PKCSObjectIdentifiers.id_PBMAC1)) {
                cost.add(algorithm);
            } else {
                cost.add(mac.getIterationCount());
            }
        } else {
            part.add(Finding.warning(
                    "keystore.no-mac",
                    MAC,
                    "the file",
                    "The key store has no integrity protection: nobody would notice if it was changed. Make it again"
                            + " with a MAC."));
        }
        boolean open = true;
        for (ContentInfo info : store.getContentInfos()) {
            if (info.getContentType().equals(PKCSObjectIdentifiers.encryptedData)) {
                open = false;
                algorithm(EncryptedData.getInstance(info.getContent()).getEncryptionAlgorithm(), cost, part);
            } else if (info.getContentType().equals(PKCSObjectIdentifiers.data)) {
                open &= bags(new PKCS12SafeBagFactory(info).getSafeBags(), cost, part);
            }
        }
        return open && !store.hasMac();
    }

    private static boolean bags(PKCS12SafeBag[] bags, DerivationCost cost, Part part) {
        boolean open = true;
        for (PKCS12SafeBag bag : bags) {
            if (bag.getBagValue() instanceof PKCS8EncryptedPrivateKeyInfo key) {
                open = false;
                algorithm(key.toASN1Structure().getEncryptionAlgorithm(), cost, part);
            }
        }
        return open;
    }

    private static void algorithm(AlgorithmIdentifier algorithm, DerivationCost cost, Part part) {
        cost.add(algorithm);
        String weak = "";
        if (algorithm.getAlgorithm().equals(PKCSObjectIdentifiers.pbeWithSHAAnd40BitRC2_CBC)
                || algorithm.getAlgorithm().equals(PKCSObjectIdentifiers.pbeWithSHAAnd40BitRC4)) {
            weak = "RC2 or RC4 with 40 bits, which anybody can break";
        } else if (algorithm.getAlgorithm().on(OLD_CIPHERS)) {
            weak = "an old cipher of PKCS#12 (triple DES, RC2 or RC4)";
        }
        if (!weak.isEmpty() && part.findings().stream().noneMatch(f -> f.code().equals("keystore.weak-cipher"))) {
            part.add(Finding.warning(
                    "keystore.weak-cipher",
                    "RFC 7292 appendix C",
                    "the file",
                    "The key store is encrypted with " + weak + ". Make it again with AES."));
        }
    }

    private void open(PKCS12PfxPdu store, char[] password, DerivationCost cost, Part part) {
        try {
            if (store.hasMac() && !Pkcs12Mac.isValid(store, password)) {
                part.add(Finding.error(
                        "keystore.integrity",
                        MAC,
                        "the file",
                        "The integrity check failed: the password is wrong or the file is damaged."));
                return;
            }
            if (password.length == 0 && store.hasMac()) {
                part.add(Finding.warning(
                        "keystore.empty-password",
                        MAC,
                        "the file",
                        "The password of the key store is empty: it protects nothing."));
            }
            contents(Pkcs12Contents.open(store, password, cost), part);
        } catch (PKCSException | IOException | RuntimeException e) {
            part.add(Finding.error(
                    "keystore.decryption",
                    FORM,
                    "the file",
                    store.hasMac()
                            ? "The key store is whole and a part of it cannot be opened: it is damaged, has another"
                                    + " password, or uses a cipher that is not known here."
                            : "The contents cannot be decrypted: the password is wrong or the file is damaged."));
        }
    }

    private void contents(Pkcs12Contents contents, Part part) throws IOException {
        for (Pkcs12Contents.Keyed key : contents.keys()) {
            part.describe(
                    "Private key" + key.name().map(n -> " \"" + n + "\"").orElse(""),
                    List.of(new Fact("Key", key.algorithm())));
            fits(key, contents, part);
        }
        if (contents.keys().size() > 1) {
            part.add(Finding.notice(
                    "keystore.several-keys",
                    FORM,
                    "the file",
                    "The key store holds " + contents.keys().size() + " private keys: say which one is meant."));
        }
        if (contents.others() > 0) {
            part.add(Finding.notice(
                    "keystore.other-bags",
                    "RFC 7292 section 4.2",
                    "the file",
                    contents.others() + " entries are of a kind that is not shown here."));
        }
        List<Certificate> none = List.of();
        int number = 0;
        for (Pkcs12Contents.Certified certified : contents.certificates()) {
            part.include(certificates.examine(certified.certificate().getEncoded(), none), "certificate " + ++number);
        }
    }

    private static void fits(Pkcs12Contents.Keyed key, Pkcs12Contents contents, Part part) {
        if (key.publicKey().isEmpty()) {
            return;
        }
        byte[] bits = key.publicKey().get().getPublicKeyData().getBytes();
        boolean tied = false;
        boolean fits = false;
        for (Pkcs12Contents.Certified certified : contents.certificates()) {
            boolean same = Arrays.equals(
                    bits,
                    certified
                            .certificate()
                            .getSubjectPublicKeyInfo()
                            .getPublicKeyData()
                            .getBytes());
            fits |= same;
            boolean named = key.id().isPresent() && key.id().equals(certified.id());
            tied |= named && !same;
        }
        if (tied || (!fits && !contents.certificates().isEmpty())) {
            part.add(Finding.error(
                    "keystore.key-mismatch",
                    FORM,
                    "the file",
                    "A private key and the certificate beside it do not belong together."));
        }
    }
}
