package cairn.ca.crl;

import cairn.ca.revocation.Revocation;
import cairn.ca.x509.SignedDer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;

/**
 * Writes the TBSCertList of a full list, version 2 (RFC 5280 section 5.1.2): first every entry is added, then all is
 * streamed once, all lengths being known. A partition would add its issuingDistributionPoint and a delta its
 * deltaCRLIndicator in {@link #extensions()}.
 */
public final class CrlWriter {
    private static final int SEQUENCE = 0x30;
    private static final int EXTENSIONS = 0xA0;

    private final CrlHeader header;
    private final PackedEntries entries = new PackedEntries();

    /** A list without entries yet. */
    public CrlWriter(CrlHeader header) {
        this.header = header;
    }

    /** Adds an entry; they come in ascending order of their serial numbers, each once. */
    public void add(Revocation revocation) {
        entries.add(revocation);
    }

    /** How many entries were added. */
    public int count() {
        return entries.count();
    }

    /** The octets that {@link #writeToBeSigned} will write. */
    public long length() {
        long inner = innerLength();
        return SignedDer.head(SEQUENCE, inner).length + inner;
    }

    /** Streams the TBSCertList as DER. */
    public void writeToBeSigned(OutputStream out) throws IOException {
        out.write(SignedDer.head(SEQUENCE, innerLength()));
        out.write(beforeEntries());
        if (entries.count() > 0) {
            // revokedCertificates is absent when there are none (RFC 5280 section 5.1.2.6).
            out.write(SignedDer.head(SEQUENCE, entries.encodedLength()));
            entries.writeTo(out);
        }
        out.write(extensions());
    }

    /** The TBSCertList in memory, for a signer that takes it whole. */
    public byte[] toBeSigned() {
        ExactBuffer buffer = new ExactBuffer(Math.toIntExact(length()));
        try {
            writeToBeSigned(buffer);
        } catch (IOException e) {
            throw new IllegalStateException("writing to memory cannot fail", e);
        }
        return buffer.content();
    }

    private long innerLength() {
        try {
            long list = entries.count() == 0
                    ? 0
                    : SignedDer.head(SEQUENCE, entries.encodedLength()).length + entries.encodedLength();
            return beforeEntries().length + list + extensions().length;
        } catch (IOException e) {
            throw new IllegalStateException("values in memory can be encoded", e);
        }
    }

    private byte[] beforeEntries() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(new ASN1Integer(BigInteger.ONE).getEncoded("DER")); // v2
        out.write(header.algorithm().identifier().getEncoded("DER"));
        out.write(header.issuer().encoded());
        out.write(EntryEncoder.time(header.thisUpdate().getEpochSecond()));
        out.write(EntryEncoder.time(header.nextUpdate().getEpochSecond()));
        return out.toByteArray();
    }

    private byte[] extensions() throws IOException {
        ExtensionsGenerator generator = new ExtensionsGenerator();
        generator.addExtension(
                Extension.authorityKeyIdentifier,
                false,
                new AuthorityKeyIdentifier(header.authorityKey().octets()));
        generator.addExtension(Extension.cRLNumber, false, new ASN1Integer(header.number()));
        Extensions extensions = generator.generate();
        byte[] encoded = extensions.getEncoded("DER");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(SignedDer.head(EXTENSIONS, encoded.length));
        out.write(encoded);
        return out.toByteArray();
    }

    /** A buffer of known size that gives its array away without a copy and refuses more or less than that. */
    private static final class ExactBuffer extends OutputStream {
        private final byte[] content;
        private int used;

        ExactBuffer(int size) {
            content = new byte[size];
        }

        @Override
        public void write(int octet) {
            content[used++] = (byte) octet;
        }

        @Override
        public void write(byte[] from, int at, int length) {
            System.arraycopy(from, at, content, used, length);
            used += length;
        }

        byte[] content() {
            if (used != content.length) {
                throw new IllegalStateException("computed " + content.length + " octets and wrote " + used);
            }
            return content;
        }
    }
}
