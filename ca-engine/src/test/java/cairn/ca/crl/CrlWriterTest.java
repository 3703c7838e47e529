package cairn.ca.crl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.ca.engine.Engine;
import cairn.ca.revocation.Revocation;
import cairn.ca.revocation.RevocationReason;
import cairn.ca.x509.KeyIdentifier;
import cairn.ca.x509.SerialNumber;
import cairn.ca.x509.SignatureAlgorithm;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.bouncycastle.asn1.ASN1Enumerated;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.CRLNumber;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.TBSCertList;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.asn1.x509.V2TBSCertListGenerator;
import org.junit.jupiter.api.Test;

/** What the writer writes is what an independent reader reads, to the octet. */
final class CrlWriterTest {
    private static final Instant NOW = Instant.parse("2030-03-01T08:00:00Z");
    private static final CrlHeader HEADER = header(NOW, NOW.plusSeconds(604_800));

    @Property(tries = 200)
    void anotherReaderReadsWhatWasWritten(@ForAll("revocations") @Size(max = 40) List<Revocation> revocations)
            throws Exception {
        Collection<Revocation> sorted = sorted(revocations);
        CrlWriter writer = new CrlWriter(HEADER);
        sorted.forEach(writer::add);
        byte[] written = writer.toBeSigned();
        assertEquals(writer.length(), written.length);
        TBSCertList read = TBSCertList.getInstance(written);
        assertArrayEquals(written, read.getEncoded("DER"));
        TBSCertList.CRLEntry[] entries = read.getRevokedCertificates();
        assertEquals(sorted.size(), entries == null ? 0 : entries.length);
        int i = 0;
        for (Revocation revocation : sorted) {
            assertEntry(revocation, entries[i++]);
        }
    }

    @Test
    void theSameListAsBouncyCastlesBuilder() throws Exception {
        Revocation plain = revocation(5, RevocationReason.UNSPECIFIED, NOW, Optional.empty());
        Revocation late =
                revocation(6, RevocationReason.UNSPECIFIED, Instant.parse("2050-01-01T00:00:00Z"), Optional.empty());
        CrlWriter writer = new CrlWriter(HEADER);
        writer.add(plain);
        writer.add(late);
        V2TBSCertListGenerator generator = new V2TBSCertListGenerator();
        generator.setSignature(HEADER.algorithm().identifier());
        generator.setIssuer(HEADER.issuer().name());
        generator.setThisUpdate(new Time(Date.from(HEADER.thisUpdate())));
        generator.setNextUpdate(new Time(Date.from(HEADER.nextUpdate())));
        generator.addCRLEntry(new ASN1Integer(5), new Time(Date.from(plain.revokedAt())), null);
        generator.addCRLEntry(new ASN1Integer(6), new Time(Date.from(late.revokedAt())), null);
        var extensions = new org.bouncycastle.asn1.x509.ExtensionsGenerator();
        extensions.addExtension(
                Extension.authorityKeyIdentifier,
                false,
                new AuthorityKeyIdentifier(HEADER.authorityKey().octets()));
        extensions.addExtension(Extension.cRLNumber, false, new CRLNumber(HEADER.number()));
        generator.setExtensions(extensions.generate());
        assertArrayEquals(generator.generateTBSCertList().getEncoded("DER"), writer.toBeSigned());
    }

    @Test
    void anEmptyListHasNoSequenceOfEntries() {
        TBSCertList read = TBSCertList.getInstance(new CrlWriter(HEADER).toBeSigned());
        assertEquals(2, read.getVersionNumber());
        assertEquals(0, read.getRevokedCertificates().length);
        assertEquals(
                BigInteger.valueOf(7),
                CRLNumber.getInstance(read.getExtensions().getExtensionParsedValue(Extension.cRLNumber))
                        .getCRLNumber());
    }

    @Test
    void datesFrom2050OnAreGeneralizedTime() {
        Instant late = Instant.parse("2049-12-31T23:59:59Z");
        byte[] written = new CrlWriter(header(late, late.plusSeconds(1))).toBeSigned();
        TBSCertList read = TBSCertList.getInstance(written);
        assertEquals(late, read.getThisUpdate().getDate().toInstant());
        assertEquals(late.plusSeconds(1), read.getNextUpdate().getDate().toInstant());
        assertTrue(read.getNextUpdate().toASN1Primitive() instanceof ASN1GeneralizedTime);
    }

    @Test
    void anEntryTwiceOrOutOfOrderIsRefused() {
        CrlWriter writer = new CrlWriter(HEADER);
        Revocation five = revocation(5, RevocationReason.SUPERSEDED, NOW, Optional.empty());
        writer.add(five);
        assertThrows(IllegalArgumentException.class, () -> writer.add(five));
        assertThrows(
                IllegalArgumentException.class,
                () -> writer.add(revocation(4, RevocationReason.SUPERSEDED, NOW, Optional.empty())));
        assertEquals(1, writer.count());
    }

    @Test
    void manyEntriesCrossTheChunksOfThePackedArray() throws Exception {
        CrlWriter writer = new CrlWriter(HEADER);
        BigInteger base = BigInteger.ONE.shiftLeft(150);
        int many = 120_000;
        for (int i = 0; i < many; i++) {
            RevocationReason reason = i % 4 == 0 ? RevocationReason.UNSPECIFIED : RevocationReason.SUPERSEDED;
            writer.add(new Revocation(
                    new SerialNumber(base.add(BigInteger.valueOf(i))), reason, NOW, Optional.empty(), NOW));
        }
        CountingOutput counted = new CountingOutput();
        writer.writeToBeSigned(counted);
        assertEquals(writer.length(), counted.size());
        var all = TBSCertList.getInstance(counted.toByteArray()).getRevokedCertificateEnumeration();
        int read = 0;
        while (all.hasMoreElements()) {
            TBSCertList.CRLEntry entry = (TBSCertList.CRLEntry) all.nextElement();
            assertEquals(
                    base.add(BigInteger.valueOf(read)),
                    entry.getUserCertificate().getValue());
            read++;
        }
        assertEquals(many, read);
    }

    @Test
    void aNumberOfMoreThanTwentyOctetsIsRefused() {
        BigInteger large = BigInteger.ONE.shiftLeft(159);
        assertThrows(
                IllegalArgumentException.class,
                () -> new CrlHeader(
                        HEADER.issuer(),
                        HEADER.authorityKey(),
                        HEADER.algorithm(),
                        large,
                        HEADER.thisUpdate(),
                        HEADER.nextUpdate()));
        assertThrows(IllegalArgumentException.class, () -> header(NOW, NOW));
    }

    private static final class CountingOutput extends ByteArrayOutputStream {}

    private static void assertEntry(Revocation expected, TBSCertList.CRLEntry entry) {
        assertEquals(expected.serialNumber().value(), entry.getUserCertificate().getValue());
        assertEquals(expected.revokedAt(), entry.getRevocationDate().getDate().toInstant());
        boolean plain = expected.reason() == RevocationReason.UNSPECIFIED
                && expected.invalidityDate().isEmpty();
        if (plain) {
            assertNull(entry.getExtensions(), "an entry without anything to say has no extensions");
            return;
        }
        Extension reason = entry.getExtensions().getExtension(Extension.reasonCode);
        if (expected.reason() == RevocationReason.UNSPECIFIED) {
            assertNull(reason, "unspecified is left out (RFC 5280 section 5.3.1)");
        } else {
            assertEquals(
                    expected.reason().code(),
                    ASN1Enumerated.getInstance(reason.getParsedValue())
                            .getValue()
                            .intValue());
        }
        Extension invalidity = entry.getExtensions().getExtension(Extension.invalidityDate);
        assertEquals(
                expected.invalidityDate(),
                Optional.ofNullable(invalidity)
                        .map(value -> ASN1GeneralizedTime.getInstance(value.getParsedValue()))
                        .map(CrlWriterTest::instant));
    }

    private static Instant instant(ASN1GeneralizedTime time) {
        try {
            return time.getDate().toInstant();
        } catch (java.text.ParseException e) {
            throw new AssertionError(e);
        }
    }

    @Provide
    Arbitrary<List<Revocation>> revocations() {
        Arbitrary<Instant> times = Arbitraries.longs()
                .between(0, Instant.parse("9999-12-31T23:59:59Z").getEpochSecond())
                .map(Instant::ofEpochSecond);
        return Combinators.combine(
                        Arbitraries.bigIntegers()
                                .between(
                                        BigInteger.ONE,
                                        BigInteger.ONE.shiftLeft(159).subtract(BigInteger.ONE)),
                        Arbitraries.of(RevocationReason.values()),
                        times,
                        times.optional())
                .as((serial, reason, at, invalidity) ->
                        new Revocation(new SerialNumber(serial), reason, at, invalidity, NOW))
                .list();
    }

    private static Collection<Revocation> sorted(List<Revocation> revocations) {
        TreeSet<Revocation> sorted = new TreeSet<>(java.util.Comparator.comparing(Revocation::serialNumber));
        sorted.addAll(revocations);
        return sorted;
    }

    private static Revocation revocation(
            long serial, RevocationReason reason, Instant at, Optional<Instant> invalidity) {
        return new Revocation(new SerialNumber(BigInteger.valueOf(serial)), reason, at, invalidity, NOW);
    }

    private static CrlHeader header(Instant thisUpdate, Instant nextUpdate) {
        return new CrlHeader(
                Engine.name("CN=Issuing,O=Fjord Robotics,C=NO"),
                new KeyIdentifier("0102030405060708090a0b0c0d0e0f1011121314"),
                SignatureAlgorithm.ECDSA_SHA256,
                BigInteger.valueOf(7),
                thisUpdate,
                nextUpdate);
    }
}
