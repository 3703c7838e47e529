package cairn.ca.crl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.ca.engine.EngineFixture;
import cairn.ca.engine.TestKeys;
import cairn.ca.engine.Verdicts;
import cairn.ca.issuance.Issuer;
import cairn.ca.revocation.Revocation;
import cairn.ca.revocation.RevocationOrder;
import cairn.ca.revocation.RevocationReason;
import cairn.ca.x509.Certificate;
import cairn.ca.x509.CertificateList;
import cairn.ca.x509.KeyType;
import cairn.ca.x509.SerialNumber;
import cairn.ca.x509.SignatureAlgorithm;
import cairn.ca.x509.SignedDer;
import cairn.testkit.SeededRandom;
import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509CRLEntry;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Lists as the JDK's and OpenSSL's readers see them. */
final class ListVerdictsTest {
    private final EngineFixture fixture = EngineFixture.withAuthorities(23);
    private final Issuer issuer = fixture.open(EngineFixture.ISSUING);

    private CertificateList sign() throws Exception {
        return fixture.engine
                .lists()
                .sign(issuer, fixture.clock.instant().plus(Duration.ofDays(7)), List.of())
                .list();
    }

    private static X509CRL jdk(CertificateList list) throws Exception {
        return (X509CRL) CertificateFactory.getInstance("X.509").generateCRL(new ByteArrayInputStream(list.encoded()));
    }

    private PublicKey key() throws Exception {
        Certificate certificate = issuer.certificate().orElseThrow();
        X509Certificate read = (X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(certificate.encoded()));
        return read.getPublicKey();
    }

    @Test
    void anEmptyListHasNoEntriesForEitherReader() throws Exception {
        CertificateList list = sign();
        X509CRL read = jdk(list);
        read.verify(key());
        assertNull(read.getRevokedCertificates());
        assertEquals(2, read.getVersion());
        assertTrue(Verdicts.openSslText(list).contains("No Revoked Certificates."), Verdicts.openSslText(list));
    }

    @Test
    void everyReasonIsReadAsItWasDecided() throws Exception {
        List<RevocationReason> reasons = java.util.Arrays.stream(RevocationReason.values())
                .filter(reason -> reason != RevocationReason.CA_COMPROMISE)
                .toList();
        java.util.Map<RevocationReason, Certificate> devices = new java.util.EnumMap<>(RevocationReason.class);
        reasons.forEach(reason -> devices.put(reason, fixture.device()));
        Instant since = fixture.clock.instant();
        fixture.clock.advance(Duration.ofHours(1));
        for (RevocationReason reason : reasons) {
            Certificate device = java.util.Objects.requireNonNull(devices.get(reason));
            RevocationOrder order = reason == RevocationReason.CERTIFICATE_HOLD
                    ? new RevocationOrder.Hold(EngineFixture.ISSUING, device.serialNumber())
                    : new RevocationOrder.Revoke(
                            EngineFixture.ISSUING, device.serialNumber(), reason, Optional.of(since), true);
            fixture.engine.revocations().decide(order);
        }
        CertificateList list = sign();
        X509CRL read = jdk(list);
        read.verify(key());
        assertEquals(devices.size(), read.getRevokedCertificates().size());
        String openssl = Verdicts.openSslText(list);
        devices.forEach((reason, device) -> {
            X509CRLEntry entry =
                    read.getRevokedCertificate(device.serialNumber().value());
            assertEquals(Date.from(fixture.clock.instant()), entry.getRevocationDate());
            if (reason == RevocationReason.UNSPECIFIED) {
                assertNull(entry.getRevocationReason());
            } else {
                assertEquals(reason.name(), entry.getRevocationReason().name());
            }
            boolean dated = reason != RevocationReason.CERTIFICATE_HOLD;
            assertEquals(dated, entry.getExtensionValue("2.5.29.24") != null, reason.name());
            assertTrue(
                    openssl.toLowerCase(java.util.Locale.ROOT)
                            .contains("serial number: " + device.serialNumber().hex()),
                    openssl);
        });
        assertEquals(reasons.size() - 1, count(openssl, "Invalidity Date"));
        for (String words :
                List.of("Key Compromise", "Superseded", "Certificate Hold", "Privilege Withdrawn", "AA Compromise")) {
            assertEquals(1, count(openssl, words), words);
        }
    }

    private static int count(String text, String words) {
        return (int)
                Pattern.compile(Pattern.quote(words)).matcher(text).results().count();
    }

    @Test
    void anyChangedOctetBreaksTheSignatureOrTheForm() throws Exception {
        fixture.engine
                .revocations()
                .decide(RevocationOrder.Revoke.of(
                        EngineFixture.ISSUING, fixture.device().serialNumber(), RevocationReason.SUPERSEDED));
        byte[] whole = sign().encoded();
        PublicKey key = key();
        CertificateFactory factory = CertificateFactory.getInstance("X.509");
        for (int i = 0; i < whole.length; i++) {
            byte[] changed = whole.clone();
            changed[i] ^= 0x01;
            boolean accepted;
            try {
                X509CRL read = (X509CRL) factory.generateCRL(new ByteArrayInputStream(changed));
                read.verify(key);
                accepted = true;
            } catch (java.security.GeneralSecurityException | RuntimeException e) {
                accepted = false;
            }
            assertFalse(accepted, "octet " + i);
        }
    }

    @Test
    void aHeldCertificateIsRefusedAndAReleasedOneAcceptedAgain() throws Exception {
        Certificate device = fixture.device();
        List<Certificate> path = List.of(device, issuer.certificate().orElseThrow());
        CertificateList roots = fixture.engine
                .lists()
                .sign(fixture.open(EngineFixture.ROOT), fixture.clock.instant().plus(Duration.ofDays(7)), List.of())
                .list();
        Certificate root = fixture.open(EngineFixture.ROOT).certificate().orElseThrow();
        fixture.engine.revocations().decide(new RevocationOrder.Hold(EngineFixture.ISSUING, device.serialNumber()));
        // The JDK minds only what was revoked before the moment for which it judges.
        fixture.clock.advance(Duration.ofMinutes(1));
        assertFalse(new Verdicts(root, List.of(roots, sign()), fixture.clock.instant()).jdkAccepts(path));
        fixture.engine.revocations().decide(new RevocationOrder.Release(EngineFixture.ISSUING, device.serialNumber()));
        assertTrue(new Verdicts(root, List.of(roots, sign()), fixture.clock.instant()).jdkAccepts(path));
    }

    /** Twenty thousand entries, as OpenSSL and the JDK count and read them. */
    @Test
    void aLongListIsReadWhole() throws Exception {
        int many = 20_000;
        Instant at = Instant.parse("2030-03-01T08:00:00Z");
        KeyPair pair = TestKeys.generate(KeyType.EC_P256, SeededRandom.of(3));
        CrlWriter writer = new CrlWriter(new CrlHeader(
                issuer.certificate().orElseThrow().subject(),
                issuer.publicKey().keyIdentifier(),
                SignatureAlgorithm.ECDSA_SHA256,
                BigInteger.valueOf(128),
                at,
                at.plusSeconds(3600)));
        BigInteger base = BigInteger.ONE.shiftLeft(140);
        RevocationReason[] reasons = RevocationReason.values();
        for (int i = 0; i < many; i++) {
            writer.add(new Revocation(
                    new SerialNumber(base.add(BigInteger.valueOf(3L * i))),
                    reasons[i % reasons.length],
                    at.minusSeconds(i),
                    i % 5 == 0 ? Optional.of(at.minusSeconds(2L * i)) : Optional.empty(),
                    at));
        }
        byte[] content = writer.toBeSigned();
        byte[] signature =
                TestKeys.sign(pair.getPrivate(), SignatureAlgorithm.ECDSA_SHA256, content, SeededRandom.of(4));
        CertificateList list = CertificateList.ofDer(
                SignedDer.assemble(content, SignatureAlgorithm.ECDSA_SHA256.identifier(), signature));
        X509CRL read = jdk(list);
        read.verify(pair.getPublic());
        assertEquals(many, read.getRevokedCertificates().size());
        for (int i : new int[] {0, 1, 9_999, many - 1}) {
            X509CRLEntry entry = read.getRevokedCertificate(base.add(BigInteger.valueOf(3L * i)));
            assertEquals(Date.from(at.minusSeconds(i)), entry.getRevocationDate());
        }
        assertNull(read.getRevokedCertificate(base.add(BigInteger.ONE)));
        String openssl = Verdicts.openSslText(list);
        assertEquals(many, count(openssl, "Serial Number:"));
        assertEquals(many / 5, count(openssl, "Invalidity Date"));
    }
}
