package cairn.ca.storage;

import cairn.ca.audit.AuthorityName;
import cairn.ca.audit.IntentId;
import cairn.ca.crl.CrlIntent;
import cairn.ca.issuance.CertificateLedger;
import cairn.ca.issuance.Completion;
import cairn.ca.issuance.IssuanceIntent;
import cairn.ca.x509.Certificate;
import cairn.ca.x509.CertificateList;
import cairn.ca.x509.Fingerprint;
import cairn.ca.x509.Octets;
import cairn.ca.x509.SerialNumber;
import cairn.testkit.SeededRandom;
import cairn.testkit.SettableClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.CRLNumber;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.asn1.x509.V2TBSCertListGenerator;
import org.bouncycastle.asn1.x509.V3TBSCertificateGenerator;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/**
 * Certificates and lists for tests of storage: well-formed, with signatures of zeros, because storage compares bytes and
 * checks no signature.
 */
final class Fixture {
    static final AuthorityName ISSUING = new AuthorityName("issuing");
    static final AuthorityName ROOT = new AuthorityName("root");
    static final Instant NOT_BEFORE = Instant.parse("2030-01-01T00:00:00Z");

    private static final AlgorithmIdentifier ECDSA = new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA256);

    private Fixture() {}

    static Surroundings surroundings(SettableClock clock) {
        return surroundings(clock, new DiskFiles());
    }

    static Surroundings surroundings(SettableClock clock, FileLayer files) {
        return surroundings(clock, files, "boot");
    }

    /** After the computer was started again. */
    static Surroundings afterPowerCut(SettableClock clock) {
        return surroundings(clock, new DiskFiles(), "next boot");
    }

    private static Surroundings surroundings(SettableClock clock, FileLayer files, String boot) {
        return new Surroundings(clock, SeededRandom.of(7), "ann@desk", "1.0-test", boot, files);
    }

    static SettableClock clock() {
        return SettableClock.at("2030-06-01T12:00:00Z");
    }

    /** A subject's key that depends on a number alone. */
    static SubjectPublicKeyInfo key(int number) {
        byte[] point = new byte[65];
        point[0] = 4;
        ByteBuffer.wrap(point, 1, 4).putInt(number);
        return new SubjectPublicKeyInfo(
                new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, SECObjectIdentifiers.secp256r1), point);
    }

    static byte[] toBeSigned(SerialNumber serial, int number) {
        try {
            V3TBSCertificateGenerator generator = new V3TBSCertificateGenerator();
            generator.setSerialNumber(new ASN1Integer(serial.value()));
            generator.setSignature(ECDSA);
            generator.setIssuer(new X500Name("CN=Issuing CA,O=Example"));
            generator.setStartDate(new Time(Date.from(NOT_BEFORE)));
            generator.setEndDate(new Time(Date.from(NOT_BEFORE.plus(Duration.ofDays(365L + number)))));
            generator.setSubject(new X500Name("CN=Device-" + number + ",O=Example"));
            generator.setSubjectPublicKeyInfo(key(number));
            ExtensionsGenerator extensions = new ExtensionsGenerator();
            extensions.addExtension(
                    Extension.subjectAlternativeName,
                    false,
                    new GeneralNames(new GeneralName(GeneralName.dNSName, "device-" + number + ".example")));
            generator.setExtensions(extensions.generate());
            return generator.generateTBSCertificate().getEncoded("DER");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static IssuanceIntent intent(CertificateLedger ledger, int number) throws Exception {
        return intent(ledger.reserveSerial(ISSUING), number);
    }

    static IssuanceIntent intent(SerialNumber serial, int number) {
        return new IssuanceIntent(
                new IntentId(new UUID(number, number)),
                ISSUING,
                serial,
                "iot-device",
                Octets.of(toBeSigned(serial, number)),
                Optional.of(Fingerprint.of(new byte[] {(byte) number})),
                number % 7 == 0 ? List.of("rule_a: because\nof this") : List.of());
    }

    static List<IssuanceIntent> intents(CertificateLedger ledger, int first, int count) throws Exception {
        List<IssuanceIntent> intents = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            intents.add(intent(ledger, first + i));
        }
        return intents;
    }

    static Completion completion(IssuanceIntent intent) throws Exception {
        return new Completion(intent.id(), sign(intent.toBeSigned().toArray()));
    }

    static List<Completion> completions(List<IssuanceIntent> intents) throws Exception {
        List<Completion> completions = new ArrayList<>();
        for (IssuanceIntent intent : intents) {
            completions.add(completion(intent));
        }
        return completions;
    }

    static Certificate sign(byte[] toBeSigned) throws Exception {
        return Certificate.ofDer(signed(toBeSigned));
    }

    private static byte[] signed(byte[] toBeSigned) throws IOException {
        ASN1EncodableVector parts = new ASN1EncodableVector();
        parts.add(ASN1Primitive.fromByteArray(toBeSigned));
        parts.add(ECDSA);
        parts.add(new DERBitString(new byte[70]));
        return new DERSequence(parts).getEncoded("DER");
    }

    /** Issues certificates {@code first} to {@code first + count - 1} of authority "issuing" in one batch. */
    static List<IssuanceIntent> issue(Register register, int first, int count) throws Exception {
        List<IssuanceIntent> intents = intents(register.certificates(), first, count);
        register.certificates().recordIntents(intents);
        register.certificates().complete(completions(intents));
        return intents;
    }

    static CertificateList list(BigInteger number, Instant thisUpdate) throws Exception {
        V2TBSCertListGenerator generator = new V2TBSCertListGenerator();
        generator.setSignature(ECDSA);
        generator.setIssuer(new X500Name("CN=Issuing CA,O=Example"));
        generator.setThisUpdate(new Time(Date.from(thisUpdate)));
        generator.setNextUpdate(new Time(Date.from(thisUpdate.plus(Duration.ofDays(7)))));
        ExtensionsGenerator extensions = new ExtensionsGenerator();
        extensions.addExtension(Extension.cRLNumber, false, new CRLNumber(number));
        generator.setExtensions(extensions.generate());
        return CertificateList.ofDer(signed(generator.generateTBSCertList().getEncoded("DER")));
    }

    static CrlIntent crlIntent(BigInteger number, CertificateList list) {
        return new CrlIntent(
                new IntentId(new UUID(-1, number.longValue())),
                ISSUING,
                number,
                list.thisUpdate(),
                list.thisUpdate().plus(Duration.ofDays(7)),
                0,
                Fingerprint.of(list.toBeSigned()));
    }
}
