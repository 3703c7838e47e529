package cairn.ca.validation;

import cairn.ca.x509.Finding;
import java.io.IOException;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.SignedData;
import org.jspecify.annotations.Nullable;

/** The certificates and revocation lists in a PKCS#7 bundle (RFC 5652 section 5.1); its signatures are not looked at. */
final class SignedDataExaminer {
    private static final int MAX_OBJECTS = 10_000;

    private final CertificateExaminer certificates;
    private final RevocationListExaminer lists;

    SignedDataExaminer(CertificateExaminer certificates, RevocationListExaminer lists) {
        this.certificates = certificates;
        this.lists = lists;
    }

    Part examine(byte[] file) {
        Part part = new Part();
        try {
            SignedData data =
                    SignedData.getInstance(ContentInfo.getInstance(file).getContent());
            int number = 0;
            for (ASN1Encodable certificate : bounded(data.getCertificates())) {
                byte[] der = certificate.toASN1Primitive().getEncoded(ASN1Encoding.DER);
                part.include(certificates.examine(der, List.of()), "certificate " + ++number);
            }
            number = 0;
            for (ASN1Encodable list : bounded(data.getCRLs())) {
                byte[] der = list.toASN1Primitive().getEncoded(ASN1Encoding.DER);
                part.include(lists.examine(der, List.of(), List.of()), "revocation list " + ++number);
            }
        } catch (IOException | RuntimeException e) {
            part.add(Finding.error(
                    "pkcs7.malformed",
                    "RFC 5652 section 5.1",
                    "the file",
                    "This is not a well-formed PKCS#7 bundle: it is cut off or damaged."));
        }
        return part;
    }

    private static ASN1Encodable[] bounded(@Nullable ASN1Set set) throws IOException {
        if (set == null) {
            return new ASN1Encodable[0];
        }
        if (set.size() > MAX_OBJECTS) {
            throw new IOException("more than " + MAX_OBJECTS + " objects");
        }
        return set.toArray();
    }
}
