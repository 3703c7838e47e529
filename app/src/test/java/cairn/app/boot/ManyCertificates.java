package cairn.app.boot;

import cairn.app.session.Session;
import cairn.ca.audit.AuthorityName;
import cairn.ca.audit.IntentId;
import cairn.ca.issuance.CertificateLedger;
import cairn.ca.issuance.Completion;
import cairn.ca.issuance.IssuanceIntent;
import cairn.ca.x509.Certificate;
import cairn.ca.x509.Octets;
import cairn.ca.x509.SerialNumber;
import java.io.IOException;
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
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.asn1.x509.V3TBSCertificateGenerator;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/**
 * Certificates by the thousand, written through the register's own recorder, with signatures of zeros: what lists and searches
 * show does not depend on them. Number n is called {@code CN=Device-n} and {@code device-n.example}, and ends n hours after a
 * year.
 */
public final class ManyCertificates {
    private static final int CHUNK = 5_000;
    private static final AlgorithmIdentifier ECDSA = new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA256);

    private ManyCertificates() {}

    /** Issues numbers {@code first} to {@code first + count - 1} from {@code notBefore} on, and answers their serial numbers. */
    public static List<SerialNumber> issue(
            Session session, AuthorityName issuer, int first, int count, Instant notBefore) throws Exception {
        CertificateLedger ledger = session.register().certificates();
        List<SerialNumber> serials = new ArrayList<>();
        for (int done = 0; done < count; done += CHUNK) {
            List<IssuanceIntent> intents = new ArrayList<>();
            List<Completion> completions = new ArrayList<>();
            for (int i = done; i < Math.min(count, done + CHUNK); i++) {
                int number = first + i;
                SerialNumber serial = ledger.reserveSerial(issuer);
                serials.add(serial);
                byte[] tbs = toBeSigned(serial, number, notBefore);
                IntentId id = new IntentId(new UUID(number, number));
                intents.add(new IssuanceIntent(
                        id, issuer, serial, "iot-device", Octets.of(tbs), Optional.empty(), List.of()));
                completions.add(new Completion(id, Certificate.ofDer(signed(tbs))));
            }
            ledger.recordIntents(intents);
            ledger.complete(completions);
        }
        return serials;
    }

    private static byte[] toBeSigned(SerialNumber serial, int number, Instant notBefore) throws IOException {
        V3TBSCertificateGenerator generator = new V3TBSCertificateGenerator();
        generator.setSerialNumber(new ASN1Integer(serial.value()));
        generator.setSignature(ECDSA);
        generator.setIssuer(new X500Name("CN=Issuing"));
        generator.setStartDate(new Time(Date.from(notBefore)));
        generator.setEndDate(
                new Time(Date.from(notBefore.plus(Duration.ofDays(365).plusHours(number)))));
        generator.setSubject(new X500Name("O=Example,CN=Device-" + number));
        byte[] point = new byte[65];
        point[0] = 4;
        ByteBuffer.wrap(point, 1, 4).putInt(number);
        generator.setSubjectPublicKeyInfo(new SubjectPublicKeyInfo(
                new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, SECObjectIdentifiers.secp256r1), point));
        ExtensionsGenerator extensions = new ExtensionsGenerator();
        extensions.addExtension(
                Extension.subjectAlternativeName,
                false,
                new GeneralNames(new GeneralName(GeneralName.dNSName, "device-" + number + ".example")));
        generator.setExtensions(extensions.generate());
        return generator.generateTBSCertificate().getEncoded("DER");
    }

    private static byte[] signed(byte[] toBeSigned) throws IOException {
        ASN1EncodableVector parts = new ASN1EncodableVector();
        parts.add(ASN1Primitive.fromByteArray(toBeSigned));
        parts.add(ECDSA);
        parts.add(new DERBitString(new byte[70]));
        return new DERSequence(parts).getEncoded("DER");
    }
}
