package cairn.hsm.softtoken;

import cairn.hsm.token.TokenException;
import cairn.hsm.token.TokenException.Failure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;

/**
 * The octets of a software token's file: a line of text by which it is recognised, then
 * {@code SEQUENCE { header, check, nonce, sealed }} in DER, then SHA-256 of everything before. The digest finds damage
 * before a passphrase is asked for; the seal (AES-256-GCM over line, header and check) finds forgery.
 */
final class SealedFile {
    private static final byte[] MAGIC = "Cairn software token, not an HSM\n".getBytes(StandardCharsets.US_ASCII);
    private static final int DIGEST_OCTETS = 32;
    static final int NONCE_OCTETS = 12;

    private final TokenHeader header;
    private final byte[] associated;
    private final byte[] check;
    private final byte[] nonce;
    private final byte[] sealed;

    private SealedFile(TokenHeader header, byte[] associated, ASN1Sequence body) {
        this.header = header;
        this.associated = associated;
        check = octets(body, 1, SealingKey.CHECK_OCTETS);
        nonce = octets(body, 2, NONCE_OCTETS);
        sealed = ASN1OctetString.getInstance(body.getObjectAt(3)).getOctets();
    }

    static boolean isRecognised(byte[] start) {
        return start.length >= MAGIC.length && Arrays.equals(MAGIC, 0, MAGIC.length, start, 0, MAGIC.length);
    }

    static int recognisedBy() {
        return MAGIC.length;
    }

    /** @throws TokenException TOKEN_ABSENT if it is no software token, TOKEN_DAMAGED if it was one */
    static SealedFile parse(byte[] file) throws TokenException {
        if (!isRecognised(file)) {
            throw new TokenException(Failure.TOKEN_ABSENT, "the file is not a software token");
        }
        int end = file.length - DIGEST_OCTETS;
        if (end < MAGIC.length
                || !MessageDigest.isEqual(digest(file, end), Arrays.copyOfRange(file, end, file.length))) {
            throw new TokenException(
                    Failure.TOKEN_DAMAGED, "the software token's file is damaged: its digest does not agree");
        }
        try {
            ASN1Sequence body =
                    ASN1Sequence.getInstance(ASN1Primitive.fromByteArray(Arrays.copyOfRange(file, MAGIC.length, end)));
            if (body.size() != 4) {
                throw new IllegalArgumentException("four parts expected, not " + body.size());
            }
            TokenHeader header = TokenHeader.decode(ASN1Sequence.getInstance(body.getObjectAt(0)));
            return new SealedFile(header, associated(header, octets(body, 1, SealingKey.CHECK_OCTETS)), body);
        } catch (IOException | RuntimeException e) {
            // The ASN.1 reader reports what it does not like by unchecked exceptions of several kinds.
            throw new TokenException(
                    Failure.TOKEN_DAMAGED, "", 0, "the software token's file cannot be read: " + e.getMessage(), e);
        }
    }

    static byte[] encode(TokenHeader header, SealingKey key, byte[] nonce, List<StoredKey> keys) {
        byte[] check = key.check();
        byte[] plain = KeyList.encode(keys);
        try {
            byte[] sealed = key.seal(nonce, associated(header, check), plain);
            byte[] body = new DERSequence(new ASN1Encodable[] {
                        ASN1Sequence.getInstance(header.encoded()),
                        new DEROctetString(check),
                        new DEROctetString(nonce),
                        new DEROctetString(sealed)
                    })
                    .getEncoded(ASN1Encoding.DER);
            byte[] file = Arrays.copyOf(MAGIC, MAGIC.length + body.length + DIGEST_OCTETS);
            System.arraycopy(body, 0, file, MAGIC.length, body.length);
            int end = file.length - DIGEST_OCTETS;
            System.arraycopy(digest(file, end), 0, file, end, DIGEST_OCTETS);
            return file;
        } catch (IOException e) {
            throw new IllegalStateException("a software token cannot be encoded", e);
        } finally {
            Arrays.fill(plain, (byte) 0);
        }
    }

    TokenHeader header() {
        return header;
    }

    boolean opensWith(SealingKey key) {
        return key.hasCheck(check);
    }

    List<StoredKey> unseal(SealingKey key) throws TokenException {
        byte[] plain = key.unseal(nonce, associated, sealed);
        try {
            return KeyList.decode(plain);
        } finally {
            Arrays.fill(plain, (byte) 0);
        }
    }

    private static byte[] associated(TokenHeader header, byte[] check) {
        byte[] encoded = header.encoded();
        byte[] all = Arrays.copyOf(MAGIC, MAGIC.length + encoded.length + check.length);
        System.arraycopy(encoded, 0, all, MAGIC.length, encoded.length);
        System.arraycopy(check, 0, all, MAGIC.length + encoded.length, check.length);
        return all;
    }

    private static byte[] octets(ASN1Sequence body, int index, int length) {
        byte[] octets = ASN1OctetString.getInstance(body.getObjectAt(index)).getOctets();
        if (octets.length != length) {
            throw new IllegalArgumentException(length + " octets expected, not " + octets.length);
        }
        return octets;
    }

    private static byte[] digest(byte[] file, int end) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(file, 0, end);
            return sha256.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
