package cairn.hsm.softtoken;

import cairn.hsm.token.KeyRef;
import cairn.hsm.token.KeySpec;
import cairn.hsm.token.TokenException;
import cairn.hsm.token.TokenException.Failure;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1UTF8String;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERUTF8String;

/** The sealed part: a SEQUENCE of {@code SEQUENCE { id, label, kind, PKCS#8 private key, SubjectPublicKeyInfo }}. */
final class KeyList {
    private KeyList() {}

    static byte[] encode(List<StoredKey> keys) {
        ASN1EncodableVector list = new ASN1EncodableVector();
        for (StoredKey key : keys) {
            KeyRef reference = key.reference();
            list.add(new DERSequence(new ASN1Encodable[] {
                new DEROctetString(HexFormat.of().parseHex(reference.id())),
                new DERUTF8String(reference.label()),
                new DERUTF8String(KeyKind.name(reference.spec())),
                new DEROctetString(key.privateKeyInfo()),
                new DEROctetString(key.subjectPublicKeyInfo())
            }));
        }
        try {
            return new DERSequence(list).getEncoded(ASN1Encoding.DER);
        } catch (IOException e) {
            throw new IllegalStateException("the keys cannot be encoded", e);
        }
    }

    static List<StoredKey> decode(byte[] plain) throws TokenException {
        try {
            List<StoredKey> keys = new ArrayList<>();
            for (Object element : ASN1Sequence.getInstance(plain)) {
                ASN1Sequence entry = ASN1Sequence.getInstance(element);
                String kind = ASN1UTF8String.getInstance(entry.getObjectAt(2)).getString();
                KeySpec spec = KeyKind.named(kind)
                        .orElseThrow(() -> new IllegalArgumentException("a key of the unknown kind " + kind));
                KeyRef reference = new KeyRef(
                        HexFormat.of().formatHex(octets(entry, 0)),
                        ASN1UTF8String.getInstance(entry.getObjectAt(1)).getString(),
                        spec);
                keys.add(new StoredKey(reference, octets(entry, 3), octets(entry, 4)));
            }
            return keys;
        } catch (RuntimeException e) {
            // The seal held, so this was written by a program that is newer or has a bug; the reader throws unchecked.
            throw new TokenException(
                    Failure.TOKEN_DAMAGED, "", 0, "the software token's keys cannot be read: " + e.getMessage(), e);
        }
    }

    private static byte[] octets(ASN1Sequence entry, int index) {
        return ASN1OctetString.getInstance(entry.getObjectAt(index)).getOctets();
    }
}
