package cairn.ca.validation;

import static cairn.ca.validation.Issuer.NOW;
import static cairn.ca.validation.Issuer.codes;
import static cairn.ca.validation.Issuer.inspectorAt;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.ca.x509.Certificate;
import cairn.ca.x509.CertificateListOutline;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Of many certificates of one name some are tried as the signer, and where that was not enough nothing is claimed. */
final class ManyIssuersTest {
    private static final String UNTRIED =
            "9 certificates of CN=issuer are known here. The first 8 did not make this signature, and the others were"
                    + " not tried.";

    private static Issuer issuer;
    private static List<Certificate> twins;

    @BeforeAll
    static void makeIssuersOfOneName() throws Exception {
        issuer = Issuer.of("CN=issuer");
        twins = Collections.nCopies(8, Issuer.of("CN=issuer").certificate());
    }

    /** The true issuer behind {@code others} others of its name. */
    private static List<Certificate> behind(int others) {
        List<Certificate> issuers = new ArrayList<>(twins.subList(0, others));
        issuers.add(issuer.certificate());
        return issuers;
    }

    private static Inspection inspect(byte[] file, List<Certificate> issuers) {
        return inspectorAt(NOW).inspect(file, InspectionContext.NONE.withIssuers(issuers));
    }

    @Test
    void theEighthIssuerOfACertificateIsTriedAndTheNinthIsSaidNotToBe() throws Exception {
        Certificate certificate = issuer.certificate(BigInteger.TWO, untouched -> {});
        assertEquals(List.of(), codes(inspect(certificate.encoded(), behind(7))));
        Inspection unsure = inspect(certificate.encoded(), behind(8));
        assertEquals(List.of("certificate.signature-unchecked"), codes(unsure));
        assertEquals(UNTRIED, unsure.findings().getFirst().words());
        Inspection sure = inspect(certificate.encoded(), twins);
        assertEquals(List.of("certificate.signature"), codes(sure), "all eight were tried, and none was it");
    }

    @Test
    void theIssuerWhoseKeyTheCertificateNamesIsTriedFirst() throws Exception {
        JcaX509ExtensionUtils ids = new JcaX509ExtensionUtils();
        Certificate named = issuer.certificate(
                BigInteger.TWO,
                builder -> Issuer.add(
                        builder,
                        Extension.authorityKeyIdentifier,
                        false,
                        ids.createAuthorityKeyIdentifier(issuer.key().getPublic())));
        List<Certificate> issuers = new ArrayList<>(behind(8));
        issuers.add(Issuer.identified("CN=issuer", issuer.key()));
        assertEquals(List.of(), codes(inspect(named.encoded(), issuers)));
    }

    @Test
    void theSameHoldsForAList() throws Exception {
        byte[] der = issuer.listDer(untouched -> {});
        assertEquals(List.of(), codes(inspect(der, behind(7))));
        Inspection unsure = inspect(der, behind(8));
        assertEquals(List.of("crl.signature-unchecked"), codes(unsure));
        assertTrue(unsure.findings().getFirst().words().startsWith(UNTRIED));
        assertEquals(List.of("crl.signature"), codes(inspect(der, twins)));
    }

    @Test
    void theStatusOfACertificateIsOpenWhereTheSignerWasNotAmongThoseTried() throws Exception {
        CertificateListOutline list = issuer.list(untouched -> {});
        Certificate target = issuer.certificate(BigInteger.TEN, untouched -> {});
        assertInstanceOf(RevocationStatus.Good.class, status(list, behind(7), target));
        RevocationStatus.Undetermined open =
                assertInstanceOf(RevocationStatus.Undetermined.class, status(list, behind(8), target));
        assertTrue(open.toString().contains(UNTRIED), open::toString);
        RevocationStatus.Undetermined wrong =
                assertInstanceOf(RevocationStatus.Undetermined.class, status(list, twins, target));
        assertTrue(wrong.toString().contains("was not made by a key"), wrong::toString);
    }

    private static RevocationStatus status(CertificateListOutline list, List<Certificate> issuers, Certificate target) {
        return new RevocationCheck(list, issuers, NOW, Duration.ofDays(7)).of(target);
    }
}
