package cairn.ca.validation;

import static cairn.ca.validation.Issuer.NOW;
import static cairn.ca.validation.Issuer.add;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import cairn.ca.x509.Certificate;
import cairn.ca.x509.CertificateListOutline;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.function.Consumer;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.IssuingDistributionPoint;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.ReasonFlags;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every reason why a list says nothing about a certificate, and the seconds at which it begins and ends to say something. */
final class RevocationStatusTest {
    private static final BigInteger SERIAL = BigInteger.valueOf(77);
    private static final ASN1ObjectIdentifier ODD = new ASN1ObjectIdentifier("1.2.3.4");
    private static Issuer issuer;
    private static Certificate target;

    @BeforeAll
    static void makeAnIssuer() throws Exception {
        issuer = Issuer.of("CN=issuer,O=Example");
        target = issuer.certificate(SERIAL, builder -> {});
    }

    private static RevocationStatus status(CertificateListOutline list, Certificate certificate) {
        return new RevocationCheck(list, List.of(issuer.certificate()), NOW, null).of(certificate);
    }

    private static void undetermined(String reason, boolean byTime, RevocationStatus status) {
        RevocationStatus.Undetermined no = assertInstanceOf(RevocationStatus.Undetermined.class, status, reason);
        assertEquals(reason, no.reason());
        assertEquals(byTime, no.byTime());
        assertFalse(no.words().isBlank());
    }

    private static void undetermined(String reason, Consumer<X509v2CRLBuilder> more) throws Exception {
        undetermined(reason, false, status(issuer.list(more), target));
    }

    private static void good(Consumer<X509v2CRLBuilder> more, Certificate certificate) throws Exception {
        assertEquals(new RevocationStatus.Good(), status(issuer.list(more), certificate));
    }

    @Test
    void aCertificateThatIsNotNamedIsGood() throws Exception {
        good(untouched -> {}, target);
        good(list -> list.addCRLEntry(BigInteger.valueOf(78), Date.from(NOW), 1), target);
    }

    @ParameterizedTest
    @CsvSource({"1, true", "4, true", "6, true", "9, true", "10, true", "8, false"})
    void aCertificateThatIsNamedIsRevokedUnlessItIsReleased(int reason, boolean revoked) throws Exception {
        RevocationStatus status = status(issuer.list(list -> list.addCRLEntry(SERIAL, Date.from(NOW), reason)), target);
        if (revoked) {
            RevocationStatus.Revoked entry = assertInstanceOf(RevocationStatus.Revoked.class, status);
            assertEquals(reason, entry.entry().reason().orElseThrow());
            assertEquals(NOW, entry.entry().revocationDate());
        } else {
            assertEquals(new RevocationStatus.Good(), status);
        }
    }

    @Test
    void theLastEntryOfASerialNumberCounts() throws Exception {
        CertificateListOutline list = issuer.list(b -> {
            b.addCRLEntry(SERIAL, Date.from(NOW), 6);
            b.addCRLEntry(SERIAL, Date.from(NOW), 8);
        });
        assertEquals(new RevocationStatus.Good(), status(list, target));
    }

    @Test
    void aListOfAnotherIssuerSaysNothing() throws Exception {
        Issuer other = Issuer.of("CN=other");
        undetermined("issuer", false, status(other.list(untouched -> {}), target));
    }

    @Test
    void aListWithoutAKnownSignerSaysNothing() throws Exception {
        CertificateListOutline list = issuer.list(untouched -> {});
        undetermined("no-issuer", false, new RevocationCheck(list, List.of(), NOW, null).of(target));
        Issuer other = Issuer.of("CN=other");
        undetermined("no-issuer", false, new RevocationCheck(list, List.of(other.certificate()), NOW, null).of(target));
        Issuer twin = Issuer.of("CN=issuer,O=Example");
        undetermined("signature", false, new RevocationCheck(list, List.of(twin.certificate()), NOW, null).of(target));
        assertEquals(
                new RevocationStatus.Good(),
                new RevocationCheck(list, List.of(twin.certificate(), issuer.certificate()), NOW, null).of(target));
    }

    @Test
    void aSignerNeedsTheUsageForLists() throws Exception {
        Issuer signer = Issuer.of("CN=issuer,O=Example", new KeyUsage(KeyUsage.keyCertSign));
        RevocationCheck check =
                new RevocationCheck(signer.list(untouched -> {}), List.of(signer.certificate()), NOW, null);
        undetermined("issuer-usage", false, check.of(target));
    }

    @Test
    void criticalExtensionsThatNobodyKnowsStopTheAnswer() throws Exception {
        undetermined("unknown-critical", list -> add(list, ODD, true, DERNull.INSTANCE));
        good(list -> add(list, ODD, false, DERNull.INSTANCE), target);
        for (boolean critical : new boolean[] {true, false}) {
            Extensions odd = new Extensions(new Extension(ODD, critical, new byte[] {5, 0}));
            RevocationStatus status =
                    status(issuer.list(list -> list.addCRLEntry(BigInteger.TWO, Date.from(NOW), odd)), target);
            if (critical) {
                undetermined("unknown-critical", false, status);
            } else {
                assertEquals(new RevocationStatus.Good(), status);
            }
        }
    }

    @Test
    void aDeltaListSaysNothingAlone() throws Exception {
        undetermined("delta", list -> add(list, Extension.deltaCRLIndicator, true, new ASN1Integer(3)));
    }

    private static Consumer<X509v2CRLBuilder> scope(IssuingDistributionPoint point) {
        return list -> add(list, Extension.issuingDistributionPoint, true, point);
    }

    @Test
    void partOfTheReasonsOrAnIndirectListIsNotEnough() throws Exception {
        ReasonFlags some = new ReasonFlags(ReasonFlags.keyCompromise);
        undetermined("partial", scope(new IssuingDistributionPoint(null, false, false, some, false, false)));
        undetermined("partial", scope(new IssuingDistributionPoint(null, false, false, null, true, false)));
    }

    @Test
    void theScopeHasToCoverTheCertificate() throws Exception {
        Certificate authority =
                issuer.certificate(SERIAL, b -> add(b, Extension.basicConstraints, true, new BasicConstraints(true)));
        Consumer<X509v2CRLBuilder> users = scope(new IssuingDistributionPoint(null, true, false, null, false, false));
        Consumer<X509v2CRLBuilder> authorities =
                scope(new IssuingDistributionPoint(null, false, true, null, false, false));
        good(users, target);
        good(authorities, authority);
        undetermined("scope", authorities);
        undetermined("scope", false, status(issuer.list(users), authority));
        undetermined("scope", scope(new IssuingDistributionPoint(null, false, false, null, false, true)));
    }

    private static DistributionPointName place(String uri) {
        return new DistributionPointName(new GeneralNames(new GeneralName(GeneralName.uniformResourceIdentifier, uri)));
    }

    private static Consumer<X509v3CertificateBuilder> points(DistributionPoint... points) {
        return b -> add(b, Extension.cRLDistributionPoints, false, new CRLDistPoint(points));
    }

    @Test
    void aListOfOneDistributionPointIsForTheCertificatesThatNameIt() throws Exception {
        Consumer<X509v2CRLBuilder> listAtX =
                scope(new IssuingDistributionPoint(place("http://x/"), false, false, null, false, false));
        Certificate atX = issuer.certificate(SERIAL, points(new DistributionPoint(place("http://x/"), null, null)));
        Certificate atBoth = issuer.certificate(
                SERIAL,
                points(
                        new DistributionPoint(place("http://y/"), null, null),
                        new DistributionPoint(place("http://x/"), null, null)));
        Certificate atY = issuer.certificate(SERIAL, points(new DistributionPoint(place("http://y/"), null, null)));
        good(listAtX, atX);
        good(listAtX, atBoth);
        good(untouched -> {}, atX);
        undetermined("distribution-point", false, status(issuer.list(listAtX), atY));
        undetermined("distribution-point", listAtX);
    }

    @Test
    void anotherIssuerForTheListsMakesThisOneSilent() throws Exception {
        GeneralNames other = new GeneralNames(new GeneralName(new X500Name("CN=other")));
        DistributionPoint indirect = new DistributionPoint(place("http://x/"), null, other);
        DistributionPoint direct = new DistributionPoint(place("http://y/"), null, null);
        Certificate onlyIndirect = issuer.certificate(SERIAL, points(indirect));
        undetermined("indirect", false, status(issuer.list(untouched -> {}), onlyIndirect));
        good(untouched -> {}, issuer.certificate(SERIAL, points(indirect, direct)));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-25T11:59:59Z, future",
        "2026-11-25T12:00:00Z, ''",
        "2026-12-06T12:00:00Z, ''",
        "2026-12-06T12:00:01Z, expired"
    })
    void aListCountsFromItsFirstToItsLastSecond(Instant when, String reason) throws Exception {
        RevocationCheck check =
                new RevocationCheck(issuer.list(untouched -> {}), List.of(issuer.certificate()), when, null);
        if (reason.isEmpty()) {
            assertEquals(new RevocationStatus.Good(), check.of(target));
        } else {
            undetermined(reason, true, check.of(target));
        }
    }

    @Test
    void aListWithoutAnEndIsNotReliedOn() throws Exception {
        byte[] der = issuer.listDer(NOW, Instant.EPOCH, 5, untouched -> {});
        undetermined("no-next-update", true, status(CertificateListOutline.read(der), target));
    }

    @ParameterizedTest
    @CsvSource({"86400, ''", "86399, too-old", "0, too-old", "200000, ''"})
    void anAgeThatIsLimitedCountsFromThisUpdate(long seconds, String reason) throws Exception {
        RevocationCheck check = new RevocationCheck(
                issuer.list(untouched -> {}), List.of(issuer.certificate()), NOW, Duration.ofSeconds(seconds));
        if (reason.isEmpty()) {
            assertEquals(new RevocationStatus.Good(), check.of(target));
        } else {
            undetermined(reason, true, check.of(target));
        }
    }

    @Test
    void theSignerMayBeTheEighthOfItsNameAndNotTheNinth() throws Exception {
        Certificate twin = Issuer.of("CN=issuer,O=Example").certificate();
        List<Certificate> eight = new java.util.ArrayList<>(java.util.Collections.nCopies(7, twin));
        eight.add(issuer.certificate());
        CertificateListOutline list = issuer.list(untouched -> {});
        assertEquals(new RevocationStatus.Good(), new RevocationCheck(list, eight, NOW, null).of(target));
        eight.addFirst(twin);
        undetermined("signature", false, new RevocationCheck(list, eight, NOW, null).of(target));
    }
}
