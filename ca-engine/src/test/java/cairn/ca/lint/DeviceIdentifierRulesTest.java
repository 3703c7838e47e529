package cairn.ca.lint;

import static cairn.ca.lint.RuleProbe.alone;
import static cairn.ca.lint.RuleProbe.says;
import static cairn.ca.lint.RuleProbe.silent;

import cairn.ca.lint.view.Oid;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.DERGeneralizedTime;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERUTCTime;
import org.junit.jupiter.api.Test;

/** The rules of IEEE 802.1AR, which a word of the profile switches on. */
class DeviceIdentifierRulesTest {
    private static final LintContext IDEVID = LintContext.internal().tagged(Set.of(LintTag.IDEVID));
    private static final LintContext DAC = LintContext.internal().tagged(Set.of(LintTag.MATTER_DAC));

    @Test
    void aDeviceIdentifierLastsForever() {
        DERUTCTime start = new DERUTCTime("260101000000Z");
        CertificateFixture ends =
                Fixtures.deviceIdentifier().validity(start, new DERGeneralizedTime("99991231235958Z"));
        says("devid.forever", ends, IDEVID, "notAfter: '99991231235958Z' is a definite end");
        alone("devid.forever", ends, IDEVID);
        silent("devid.forever", ends);
        silent("devid.forever", DAC, ends);
    }

    @Test
    void aDeviceIdentifierSignsAndHasNoSubjectKeyIdentifier() {
        CertificateFixture noUsage = Fixtures.deviceIdentifier().without(Oid.KEY_USAGE);
        says("devid.key-usage", noUsage, IDEVID, "keyUsage: no digitalSignature");
        says(
                "devid.key-usage",
                Fixtures.deviceIdentifier().extension(Oid.KEY_USAGE, true, Fixtures.usage(6, 0x40)),
                IDEVID,
                "keyUsage: no digitalSignature");
        silent(
                "devid.key-usage",
                IDEVID,
                Fixtures.deviceIdentifier().extension(Oid.KEY_USAGE, true, Fixtures.usage(5, 0xA0)));
        silent("devid.key-usage", noUsage);
        CertificateFixture ski = Fixtures.deviceIdentifier()
                .extension(
                        Oid.SUBJECT_KEY_IDENTIFIER,
                        false,
                        new DEROctetString(FixtureKeys.identifier(FixtureKeys.P256)));
        says("devid.ski", ski, IDEVID, "subjectKeyIdentifier: is there");
        alone("devid.ski", ski, IDEVID);
        silent("devid.ski", ski);
    }

    @Test
    void anAlternativeNameOfADeviceNamesItsHardware() {
        String rule = "devid.hardware-name";
        String[] found = {"subjectAltName: no hardwareModuleName"};
        ASN1Encodable other =
                Asn1.implicit(0, Asn1.sequence(Asn1.oid(Oid.SMTP_UTF8_MAILBOX), Asn1.explicit(0, DERNull.INSTANCE)));
        ASN1Encodable module =
                Asn1.implicit(0, Asn1.sequence(Asn1.oid(Oid.HARDWARE_MODULE_NAME), Asn1.explicit(0, DERNull.INSTANCE)));
        CertificateFixture device = Fixtures.deviceIdentifier();
        says(rule, device.extension(Oid.SUBJECT_ALT_NAME, false, Asn1.sequence(other)), IDEVID, found);
        says(
                rule,
                device.extension(Oid.SUBJECT_ALT_NAME, false, Asn1.sequence(Asn1.general(0, new byte[] {6}))),
                IDEVID,
                found);
        says(
                rule,
                device.extension(Oid.SUBJECT_ALT_NAME, false, Asn1.sequence(Asn1.implicit(0, new DERSequence()))),
                IDEVID,
                found);
        silent(rule, IDEVID, device.extension(Oid.SUBJECT_ALT_NAME, false, Asn1.sequence(other, module)));
        silent(rule, IDEVID, device.without(Oid.SUBJECT_ALT_NAME));
        silent(rule, device.extension(Oid.SUBJECT_ALT_NAME, false, Asn1.sequence(other)));
    }
}
