package cairn.ca.validation;

import cairn.ca.x509.SignatureCheck;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1BMPString;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.pkcs.Attribute;
import org.bouncycastle.asn1.pkcs.ContentInfo;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.operator.InputDecryptorProvider;
import org.bouncycastle.pkcs.PKCS12PfxPdu;
import org.bouncycastle.pkcs.PKCS12SafeBag;
import org.bouncycastle.pkcs.PKCS12SafeBagFactory;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.jcajce.JcePKCSPBEInputDecryptorProviderBuilder;

/** The bags of a PKCS#12 key store (RFC 7292 section 4.2), opened. Private keys are compared and dropped. */
final class Pkcs12Contents {
    private static final int MAX_BAGS = 10_000;

    /** A certificate and the identifier that ties it to its key. */
    record Certified(X509CertificateHolder certificate, Optional<String> id, Optional<String> name) {}

    /** A private key: its public half where that can be told. */
    record Keyed(
            String algorithm, Optional<SubjectPublicKeyInfo> publicKey, Optional<String> id, Optional<String> name) {}

    private final List<Certified> certificates = new ArrayList<>();
    private final List<Keyed> keys = new ArrayList<>();
    private int others;

    private final DerivationCost cost;

    private Pkcs12Contents(DerivationCost cost) {
        this.cost = cost;
    }

    /** Opens all safes; {@code cost} goes on counting the rounds of keys inside encrypted safes. */
    static Pkcs12Contents open(PKCS12PfxPdu store, char[] password, DerivationCost cost)
            throws PKCSException, IOException {
        if (password.length > 0) {
            return openWith(store, password, cost);
        }
        try {
            return openWith(store, Pkcs12Mac.zeros(), cost);
        } catch (PKCSException | IOException | RuntimeException e) {
            return openWith(store, password, cost);
        }
    }

    private static Pkcs12Contents openWith(PKCS12PfxPdu store, char[] password, DerivationCost cost)
            throws PKCSException, IOException {
        Pkcs12Contents contents = new Pkcs12Contents(cost);
        InputDecryptorProvider decryptor = new JcePKCSPBEInputDecryptorProviderBuilder()
                .setProvider(SignatureCheck.provider())
                .build(password);
        for (ContentInfo info : store.getContentInfos()) {
            boolean encrypted = info.getContentType().equals(PKCSObjectIdentifiers.encryptedData);
            PKCS12SafeBagFactory factory =
                    encrypted ? new PKCS12SafeBagFactory(info, decryptor) : new PKCS12SafeBagFactory(info);
            for (PKCS12SafeBag bag : factory.getSafeBags()) {
                contents.add(bag, decryptor, encrypted);
            }
        }
        return contents;
    }

    private void add(PKCS12SafeBag bag, InputDecryptorProvider decryptor, boolean hidden)
            throws PKCSException, IOException {
        if (certificates.size() + keys.size() + others >= MAX_BAGS) {
            throw new IOException("more than " + MAX_BAGS + " bags");
        }
        Optional<String> id = attribute(bag, PKCS12SafeBag.localKeyIdAttribute.getId());
        Optional<String> name = attribute(bag, PKCS12SafeBag.friendlyNameAttribute.getId());
        switch (bag.getBagValue()) {
            case X509CertificateHolder certificate -> certificates.add(new Certified(certificate, id, name));
            case PrivateKeyInfo key -> keys.add(keyed(key, id, name));
            case PKCS8EncryptedPrivateKeyInfo key -> {
                if (hidden) {
                    cost.add(key.toASN1Structure().getEncryptionAlgorithm());
                }
                if (cost.refusal().isPresent()) {
                    throw new IOException("too many rounds of key derivation");
                }
                keys.add(keyed(key.decryptPrivateKeyInfo(decryptor), id, name));
            }
            default -> others++;
        }
    }

    private static Keyed keyed(PrivateKeyInfo key, Optional<String> id, Optional<String> name) {
        return new Keyed(KeyWords.algorithm(key.getPrivateKeyAlgorithm()), PublicHalf.of(key), id, name);
    }

    private static Optional<String> attribute(PKCS12SafeBag bag, String type) {
        Attribute[] attributes = bag.getAttributes();
        if (attributes == null) {
            return Optional.empty();
        }
        for (Attribute attribute : attributes) {
            if (attribute.getAttrType().getId().equals(type)
                    && attribute.getAttrValues().size() > 0) {
                return switch (attribute.getAttributeValues()[0]) {
                    case ASN1OctetString octets -> Optional.of(HexFormat.of().formatHex(octets.getOctets()));
                    case ASN1BMPString text -> Optional.of(text.getString());
                    default -> Optional.empty();
                };
            }
        }
        return Optional.empty();
    }

    List<Certified> certificates() {
        return certificates;
    }

    List<Keyed> keys() {
        return keys;
    }

    /** How many bags hold something else, such as secrets or lists. */
    int others() {
        return others;
    }
}
