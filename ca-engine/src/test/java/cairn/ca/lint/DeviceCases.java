package cairn.ca.lint;

import cairn.ca.lint.view.Oid;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERUTCTime;
import org.bouncycastle.asn1.DERUTF8String;

/** Cases for Matter and IEEE 802.1AR. */
final class DeviceCases {
    private static final LintContext DAC = LintContext.internal().tagged(Set.of(LintTag.MATTER_DAC));
    private static final LintContext PAI = LintContext.internal().tagged(Set.of(LintTag.MATTER_PAI));
    private static final LintContext PAA = LintContext.internal().tagged(Set.of(LintTag.MATTER_PAA));
    private static final LintContext IDEVID = LintContext.internal().tagged(Set.of(LintTag.IDEVID));

    private DeviceCases() {}

    static void add(RuleCases cases) {
        matter(cases);
        identifiers(cases);
        devid(cases);
    }

    private static void matter(RuleCases cases) {
        cases.bad("matter.key", Fixtures.matterDevice().key(FixtureKeys.P384), DAC);
        cases.bad("matter.key", Fixtures.matterDevice().signedWith(Asn1.algorithm("1.2.840.10045.4.3.3")), DAC);
        cases.good("matter.key", Fixtures.matterDevice().key(FixtureKeys.P384), LintContext.internal());
        cases.bad("matter.basic-constraints", Fixtures.matterDevice().without(Oid.BASIC_CONSTRAINTS), DAC);
        cases.bad("matter.basic-constraints", Fixtures.matterIntermediate(), DAC);
        cases.bad("matter.basic-constraints", Fixtures.matterIntermediate(), PAA);
        cases.bad("matter.key-usage", Fixtures.matterIntermediate(), DAC);
        cases.bad(
                "matter.key-usage",
                Fixtures.matterDevice().extension(Oid.KEY_USAGE, true, Fixtures.usage(6, 0xC0)),
                DAC);
        cases.good(
                "matter.key-usage",
                Fixtures.matterIntermediate().extension(Oid.KEY_USAGE, true, Fixtures.usage(1, 0x86)),
                PAI);
        cases.bad("matter.key-identifiers", Fixtures.matterDevice().without(Oid.SUBJECT_KEY_IDENTIFIER), DAC);
        cases.bad("matter.key-identifiers", Fixtures.matterDevice().without(Oid.AUTHORITY_KEY_IDENTIFIER), DAC);
        cases.bad(
                "matter.size",
                Fixtures.matterDevice().extension("1.2.3.4", false, new DEROctetString(new byte[400])),
                DAC);
    }

    private static ASN1Encodable ids(String common, String... attributes) {
        Object[] parts = new Object[2 + attributes.length];
        parts[0] = Oid.COMMON_NAME;
        parts[1] = new DERUTF8String(common);
        for (int i = 0; i < attributes.length; i += 2) {
            parts[2 + i] = attributes[i];
            parts[3 + i] = new DERUTF8String(attributes[i + 1]);
        }
        return Asn1.name(parts);
    }

    private static void identifiers(RuleCases cases) {
        cases.bad("matter.vendor-id", Fixtures.matterDevice().subject(ids("DAC", Oid.MATTER_PRODUCT_ID, "8000")), DAC);
        cases.bad("matter.vendor-id", Fixtures.matterDevice().subject(ids("DAC", Oid.MATTER_VENDOR_ID, "fff1")), DAC);
        cases.good("matter.vendor-id", Fixtures.matterDevice().subject(ids("DAC Mvid:FFF1 Mpid:8000")), DAC);
        cases.bad("matter.vendor-id", Fixtures.matterDevice().subject(ids("DAC Mvid:FFF")), DAC);
        cases.bad("matter.product-id", Fixtures.matterDevice().subject(ids("DAC", Oid.MATTER_VENDOR_ID, "FFF1")), DAC);
        cases.bad("matter.product-id", Fixtures.matterDevice(), PAA);
        cases.good("matter.product-id", Fixtures.matterDevice().subject(ids("DAC Mvid:FFF1 Mpid:8000")), DAC);
        LintContext other = DAC.issuedBy(Fixtures.matterIntermediate()
                .subject(ids("PAI", Oid.MATTER_VENDOR_ID, "FFF2"))
                .certificate());
        cases.bad("matter.ids-of-issuer", Fixtures.matterDevice(), other);
        cases.good(
                "matter.ids-of-issuer",
                Fixtures.matterDevice(),
                DAC.issuedBy(Fixtures.matterIntermediate().certificate()));
    }

    private static void devid(RuleCases cases) {
        CertificateFixture usage = Fixtures.deviceIdentifier().extension(Oid.KEY_USAGE, true, Fixtures.usage(3, 0x08));
        cases.bad("devid.key-usage", usage, IDEVID);
        cases.bad(
                "devid.hardware-name",
                Fixtures.deviceIdentifier().extension(Oid.SUBJECT_ALT_NAME, false, Fixtures.dns("a.example.org")),
                IDEVID);
        cases.bad(
                "devid.forever",
                Fixtures.deviceIdentifier().validity(new DERUTCTime("260101000000Z"), new DERUTCTime("360101000000Z")),
                IDEVID);
        cases.bad(
                "devid.ski",
                Fixtures.deviceIdentifier()
                        .extension(Oid.SUBJECT_KEY_IDENTIFIER, false, new DEROctetString(new byte[20])),
                IDEVID);
        cases.good(
                "devid.hardware-name",
                Fixtures.deviceIdentifier().extension(Oid.SUBJECT_ALT_NAME, false, new DERSequence()),
                IDEVID);
    }
}
