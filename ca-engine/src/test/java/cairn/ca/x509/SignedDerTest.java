package cairn.ca.x509;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.bouncycastle.asn1.ASN1BitString;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DEROctetString;

/** The three parts of a signed structure come out as they went in. */
final class SignedDerTest {
    @Property(tries = 60)
    void anotherReaderFindsTheParts(@ForAll @Size(max = 400) byte[] content, @ForAll @Size(max = 300) byte[] signature)
            throws Exception {
        byte[] element = new DEROctetString(content).getEncoded("DER");
        byte[] all = SignedDer.assemble(element, SignatureAlgorithm.RSA_SHA256.identifier(), signature);
        Der.requireDer(all);
        ASN1Sequence read = ASN1Sequence.getInstance(all);
        assertEquals(3, read.size());
        assertArrayEquals(
                content, ASN1OctetString.getInstance(read.getObjectAt(0)).getOctets());
        assertEquals(
                SignatureAlgorithm.RSA_SHA256.identifier().toASN1Primitive(),
                read.getObjectAt(1).toASN1Primitive());
        assertArrayEquals(
                signature, ASN1BitString.getInstance(read.getObjectAt(2)).getOctets());
    }

    @Property(tries = 200)
    void aLengthIsInItsShortestForm(@ForAll @LongRange(min = 0, max = 0x1_0000_0000L) long length) {
        byte[] head = SignedDer.head(0x30, length);
        assertEquals(0x30, head[0]);
        if (length < 0x80) {
            assertArrayEquals(new byte[] {0x30, (byte) length}, head);
            return;
        }
        long read = 0;
        for (int i = 2; i < head.length; i++) {
            read = read << 8 | (head[i] & 0xFF);
        }
        assertEquals(length, read);
        assertEquals(0x80 | (head.length - 2), head[1] & 0xFF);
        assertEquals(true, head[2] != 0);
    }
}
