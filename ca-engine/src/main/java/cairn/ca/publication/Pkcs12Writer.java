package cairn.ca.publication;

import cairn.ca.x509.Certificate;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERBMPString;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.oiw.OIWObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.OutputEncryptor;
import org.bouncycastle.pkcs.PKCS12PfxPduBuilder;
import org.bouncycastle.pkcs.PKCS12SafeBag;
import org.bouncycastle.pkcs.PKCS12SafeBagBuilder;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.jcajce.JcePKCS12MacCalculatorBuilder;
import org.bouncycastle.pkcs.jcajce.JcePKCSPBEOutputEncryptorBuilder;

/**
 * Writes PKCS#12 (RFC 7292). Not by way of the JDK's key store, whose counts of rounds are settings of the whole process.
 *
 * <p>Whoever has a store can try passwords on any of its three parts (key, certificates, MAC), so all have the same count. It
 * is what a guess costs, and what opening the store costs, three times over.
 */
final class Pkcs12Writer {
    /**
     * For a private key. NIST SP 800-132 section 5.2 wants as many as users put up with; OWASP names 600,000 for
     * HMAC-SHA-256. OpenSSL, GnuTLS, NSS and the JDK read it in about a second; the JDK's limit is 5,000,000.
     */
    static final int ROUNDS_FOR_A_KEY = 600_000;

    /**
     * For certificates alone, which are public: the password only shows that nobody changed the store. A server opens its trust
     * store at every start, so it has the count that the JDK itself writes.
     */
    static final int ROUNDS_FOR_TRUST = 10_000;

    /**
     * For programs that know only Triple-DES and SHA-1, which run on old and slow machines: a tenth of a second on a new
     * one, seconds on those.
     */
    static final int ROUNDS_FOR_LEGACY = 100_000;

    /** By it Java tells a certificate that is trusted from one that merely lies there; the value is for which purposes. */
    private static final ASN1ObjectIdentifier TRUSTED_KEY_USAGE =
            new ASN1ObjectIdentifier("2.16.840.1.113894.746875.1.1");

    private static final BouncyCastleProvider BOUNCY_CASTLE = new BouncyCastleProvider();

    private final ASN1ObjectIdentifier cipher;
    private final ASN1ObjectIdentifier macDigest;
    private final int rounds;

    private Pkcs12Writer(ASN1ObjectIdentifier cipher, ASN1ObjectIdentifier macDigest, int rounds) {
        this.cipher = cipher;
        this.macDigest = macDigest;
        this.rounds = rounds;
    }

    /** PBES2 with AES-256 and HMAC-SHA-256; MAC with SHA-256. */
    static Pkcs12Writer modern(boolean withKey) {
        return new Pkcs12Writer(
                NISTObjectIdentifiers.id_aes256_CBC,
                NISTObjectIdentifiers.id_sha256,
                withKey ? ROUNDS_FOR_A_KEY : ROUNDS_FOR_TRUST);
    }

    /** Triple-DES; MAC with SHA-1. */
    static Pkcs12Writer legacy() {
        return new Pkcs12Writer(
                PKCSObjectIdentifiers.pbeWithSHAAnd3_KeyTripleDES_CBC, OIWObjectIdentifiers.idSHA1, ROUNDS_FOR_LEGACY);
    }

    byte[] keyStore(KeyStoreFiles.KeyEntry entry, char[] password) throws PublicationException {
        try {
            DERBMPString name = new DERBMPString(entry.alias());
            // Any octets that are the same for the key and its certificate; the digest of the latter is nobody else's.
            DEROctetString link =
                    new DEROctetString(entry.chain().getFirst().fingerprint().octets());
            PKCS12SafeBagBuilder key = new PKCS12SafeBagBuilder(
                            PrivateKeyInfo.getInstance(entry.key().getEncoded()), encryptor(password))
                    .addBagAttribute(PKCS12SafeBag.friendlyNameAttribute, name)
                    .addBagAttribute(PKCS12SafeBag.localKeyIdAttribute, link);
            List<PKCS12SafeBag> chain = new ArrayList<>();
            for (Certificate certificate : entry.chain()) {
                PKCS12SafeBagBuilder bag = new PKCS12SafeBagBuilder(certificate.holder());
                if (chain.isEmpty()) {
                    bag.addBagAttribute(PKCS12SafeBag.friendlyNameAttribute, name);
                    bag.addBagAttribute(PKCS12SafeBag.localKeyIdAttribute, link);
                }
                chain.add(bag.build());
            }
            return write(new PKCS12PfxPduBuilder().addData(key.build()), chain, password);
        } catch (IOException | OperatorCreationException | PKCSException e) {
            throw unmade(e);
        }
    }

    byte[] trustStore(List<Certificate> trusted, char[] password) throws PublicationException {
        try {
            List<PKCS12SafeBag> bags = new ArrayList<>();
            for (Certificate certificate : trusted) {
                bags.add(new PKCS12SafeBagBuilder(certificate.holder())
                        .addBagAttribute(
                                PKCS12SafeBag.friendlyNameAttribute, new DERBMPString("ca-" + (bags.size() + 1)))
                        .addBagAttribute(TRUSTED_KEY_USAGE, KeyPurposeId.anyExtendedKeyUsage)
                        .build());
            }
            return write(new PKCS12PfxPduBuilder(), bags, password);
        } catch (IOException | OperatorCreationException | PKCSException e) {
            throw unmade(e);
        }
    }

    private byte[] write(PKCS12PfxPduBuilder store, List<PKCS12SafeBag> certificates, char[] password)
            throws IOException, OperatorCreationException, PKCSException {
        return store.addEncryptedData(encryptor(password), certificates.toArray(PKCS12SafeBag[]::new))
                .build(
                        new JcePKCS12MacCalculatorBuilder(macDigest)
                                .setProvider(BOUNCY_CASTLE)
                                .setIterationCount(rounds),
                        password)
                .getEncoded(ASN1Encoding.DER);
    }

    private OutputEncryptor encryptor(char[] password) throws OperatorCreationException {
        return new JcePKCSPBEOutputEncryptorBuilder(cipher)
                .setProvider(BOUNCY_CASTLE)
                .setPRF(new AlgorithmIdentifier(PKCSObjectIdentifiers.id_hmacWithSHA256, DERNull.INSTANCE))
                .setIterationCount(rounds)
                .build(password);
    }

    private static PublicationException unmade(Exception e) {
        return new PublicationException("the key store could not be made: " + e.getMessage(), e);
    }
}
