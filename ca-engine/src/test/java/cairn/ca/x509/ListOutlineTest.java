package cairn.ca.x509;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.CRLReason;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509CRLEntry;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.BigRange;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Lists that another library wrote are read as the Java platform reads them. */
class ListOutlineTest {
    private static final KeyPair KEY = key();
    private static final Instant NOW = Instant.parse("2026-02-01T00:00:00Z");
    private static final String MAX_NUMBER = "730750818665451459101842416358141509827966271487";

    private static KeyPair key() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] list(Instant thisUpdate, Instant nextUpdate, Set<BigInteger> serials, BigInteger number)
            throws Exception {
        X509v2CRLBuilder builder = new X509v2CRLBuilder(
                new X500Name("CN=Issuing,O=Example"), new Time(Date.from(thisUpdate), Locale.ROOT));
        builder.setNextUpdate(new Time(Date.from(nextUpdate), Locale.ROOT));
        for (BigInteger serial : serials) {
            // 7 is not used (RFC 5280 section 5.3.1), 8 only in deltas; 0 is left out by the builder.
            int reason = serial.mod(BigInteger.valueOf(7)).intValue();
            builder.addCRLEntry(serial, Date.from(thisUpdate.minusSeconds(serial.bitLength())), reason);
        }
        builder.addExtension(Extension.cRLNumber, false, new ASN1Integer(number));
        return builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(KEY.getPrivate()))
                .getEncoded();
    }

    @Property(tries = 150)
    void thePlatformReadsTheSameList(
            @ForAll("serials") Set<BigInteger> serials,
            @ForAll("instants") Instant thisUpdate,
            @ForAll @BigRange(min = "0", max = MAX_NUMBER) BigInteger number)
            throws Exception {
        byte[] der = list(thisUpdate, thisUpdate.plusSeconds(86400), serials, number);
        X509CRL platform = (X509CRL) CertificateFactory.getInstance("X.509").generateCRL(new ByteArrayInputStream(der));
        CertificateListOutline outline = CertificateListOutline.read(der);
        assertEquals(2, outline.version());
        assertEquals(platform.getThisUpdate().toInstant(), outline.thisUpdate());
        assertEquals(Optional.of(platform.getNextUpdate().toInstant()), outline.nextUpdate());
        assertEquals(Optional.of(number), outline.number());
        assertEquals(Optional.empty(), outline.baseNumber());
        assertEquals(serials.size(), outline.entries());
        assertFalse(outline.hasEmptyEntries());
        assertTrue(outline.isSignedBy(SubjectPublicKey.ofDer(KEY.getPublic().getEncoded())));
        assertFalse(outline.isSignedBy(SubjectPublicKey.ofDer(key().getPublic().getEncoded())));
        Map<BigInteger, RevocationListEntry> read = new HashMap<>();
        outline.forEachEntry(entry -> read.put(entry.serial(), entry));
        assertEquals(serials, read.keySet());
        for (BigInteger serial : serials) {
            compare(platform.getRevokedCertificate(serial), Objects.requireNonNull(read.get(serial)));
        }
        CertificateList whole = CertificateList.ofDer(der);
        assertEquals(outline.issuer(), whole.issuer());
        assertEquals(outline.thisUpdate(), whole.thisUpdate());
        assertEquals(outline.number(), whole.number());
        assertEquals(outline.fingerprint(), whole.fingerprint());
    }

    private static void compare(X509CRLEntry platform, RevocationListEntry read) {
        assertEquals(platform.getRevocationDate().toInstant(), read.revocationDate());
        CRLReason reason = platform.getRevocationReason();
        assertEquals(Optional.ofNullable(reason).map(CRLReason::ordinal), read.reason());
    }

    @Provide
    Arbitrary<Set<BigInteger>> serials() {
        return Arbitraries.bigIntegers()
                .between(BigInteger.ONE, new BigInteger(MAX_NUMBER))
                .set()
                .ofMaxSize(12);
    }

    @Provide
    Arbitrary<Instant> instants() {
        return Arbitraries.longs().between(0, 4_000_000_000L).map(Instant::ofEpochSecond);
    }

    @Example
    void everyCutListIsRefused() throws Exception {
        byte[] der = list(NOW, NOW.plusSeconds(1), Set.of(BigInteger.ONE, BigInteger.TEN), BigInteger.TWO);
        for (int length = 0; length < der.length; length++) {
            byte[] cut = java.util.Arrays.copyOf(der, length);
            assertThrows(MalformedException.class, () -> CertificateListOutline.read(cut));
            assertThrows(MalformedException.class, () -> CertificateList.ofDer(cut));
        }
        byte[] longer = java.util.Arrays.copyOf(der, der.length + 1);
        assertThrows(MalformedException.class, () -> CertificateListOutline.read(longer));
        assertThrows(MalformedException.class, () -> CertificateList.ofDer(longer));
    }

    @Example
    void anyFlippedBitBreaksTheFormOrTheSignature() throws Exception {
        byte[] der = list(NOW, NOW.plusSeconds(1), Set.of(BigInteger.TEN), BigInteger.TWO);
        SubjectPublicKey key = SubjectPublicKey.ofDer(KEY.getPublic().getEncoded());
        for (int at = 0; at < der.length; at++) {
            byte[] damaged = der.clone();
            damaged[at] ^= (byte) (1 << at % 8);
            try {
                assertFalse(CertificateListOutline.read(damaged).isSignedBy(key), "octet " + at);
            } catch (MalformedException e) {
                assertFalse(e.where().isBlank());
            }
        }
    }
}
