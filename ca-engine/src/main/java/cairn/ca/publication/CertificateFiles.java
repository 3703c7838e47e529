package cairn.ca.publication;

import cairn.ca.x509.Certificate;
import cairn.ca.x509.CertificateList;
import cairn.ca.x509.MalformedException;
import cairn.ca.x509.Pem;
import cairn.ca.x509.PemBlock;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSAbsentContent;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.util.CollectionStore;

/** Certificates and lists as the bytes of files: PEM, DER and PKCS#7, each with the check of what was written. */
public final class CertificateFiles {
    private static final String PKCS7 = "PKCS7";
    private static final String LIST = "X509 CRL";

    private CertificateFiles() {}

    /** Certificates one after another in PEM, in the order given (leaf first for a chain). */
    public static byte[] pem(List<Certificate> certificates) {
        StringBuilder text = new StringBuilder();
        for (Certificate certificate : certificates) {
            text.append(Pem.write("CERTIFICATE", certificate.encoded()));
        }
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }

    /** A list in PEM. */
    public static byte[] pem(CertificateList list) {
        return Pem.write(LIST, list.encoded()).getBytes(StandardCharsets.US_ASCII);
    }

    /** A degenerate SignedData that only carries certificates (RFC 5652 section 5.2), in DER. */
    public static byte[] pkcs7(List<Certificate> certificates) throws PublicationException {
        try {
            CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
            generator.addCertificates(new CollectionStore<>(
                    certificates.stream().map(Certificate::holder).toList()));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ContentInfo content =
                    generator.generate(new CMSAbsentContent(), false).toASN1Structure();
            out.write(content.getEncoded("DER"));
            return out.toByteArray();
        } catch (CMSException | IOException e) {
            throw new PublicationException("the PKCS#7 bundle could not be encoded", e);
        }
    }

    /** The same in PEM. The label is that of RFC 7468 section 8 that OpenSSL, GnuTLS and Windows know. */
    public static byte[] pkcs7Pem(List<Certificate> certificates) throws PublicationException {
        return Pem.write(PKCS7, pkcs7(certificates)).getBytes(StandardCharsets.US_ASCII);
    }

    /** Passes a PEM file that holds exactly {@code expected}. */
    public static FilePublisher.Check holdsPem(List<Certificate> expected) {
        return content -> {
            try {
                List<Certificate> found = new ArrayList<>();
                for (PemBlock block : Pem.read(content)) {
                    found.add(Certificate.ofDer(block.content()));
                }
                require(found.equals(expected));
            } catch (MalformedException e) {
                throw unreadable(e);
            }
        };
    }

    /** Passes a DER certificate. */
    public static FilePublisher.Check holdsDer(Certificate expected) {
        return content -> {
            try {
                require(Certificate.ofDer(content).equals(expected));
            } catch (MalformedException e) {
                throw unreadable(e);
            }
        };
    }

    /** Passes a PKCS#7 bundle of exactly {@code expected}, in whatever order the encoding puts them. */
    public static FilePublisher.Check holdsPkcs7(List<Certificate> expected) {
        return content -> {
            try {
                List<X509CertificateHolder> found =
                        List.copyOf(new CMSSignedData(content).getCertificates().getMatches(null));
                require(found.size() == expected.size()
                        && found.containsAll(
                                expected.stream().map(Certificate::holder).toList()));
            } catch (CMSException e) {
                throw unreadable(e);
            }
        };
    }

    /** Passes the same in PEM. */
    public static FilePublisher.Check holdsPkcs7Pem(List<Certificate> expected) {
        return content -> holdsPkcs7(expected).accept(onlyBlock(content, PKCS7));
    }

    /** Passes a list in PEM. */
    public static FilePublisher.Check holdsPem(CertificateList expected) {
        return content -> holdsDer(expected).accept(onlyBlock(content, LIST));
    }

    /** Passes a list in DER. */
    public static FilePublisher.Check holdsDer(CertificateList expected) {
        return content -> {
            try {
                require(CertificateList.ofDer(content).fingerprint().equals(expected.fingerprint()));
            } catch (MalformedException e) {
                throw unreadable(e);
            }
        };
    }

    private static byte[] onlyBlock(byte[] content, String label) throws PublicationException {
        try {
            List<PemBlock> blocks = Pem.read(content);
            require(blocks.size() == 1 && blocks.getFirst().label().equals(label));
            return blocks.getFirst().content();
        } catch (MalformedException e) {
            throw unreadable(e);
        }
    }

    private static void require(boolean same) throws PublicationException {
        if (!same) {
            throw new PublicationException("the file does not hold what was to be written");
        }
    }

    private static PublicationException unreadable(Exception cause) {
        return new PublicationException("the file that was written cannot be read back", cause);
    }
}
