package cairn.hsm.softtoken;

import cairn.hsm.token.Pin;
import cairn.hsm.token.TokenException;
import cairn.hsm.token.TokenException.Failure;
import java.lang.foreign.ValueLayout;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.generators.SCrypt;

/**
 * What a passphrase becomes: an AES-256 key and, independent of it, sixteen octets by which a wrong passphrase is told
 * from a damaged file. Scrypt as in RFC 7914.
 */
final class SealingKey {
    static final int CHECK_OCTETS = 16;
    private static final int KEY_OCTETS = 32;
    private static final int TAG_BITS = 128;

    private final byte[] key;
    private final byte[] check;

    private SealingKey(byte[] key, byte[] check) {
        this.key = key;
        this.check = check;
    }

    static SealingKey derive(Pin passphrase, byte[] salt, ScryptCost cost) {
        byte[] octets = passphrase.octets().toArray(ValueLayout.JAVA_BYTE);
        byte[] derived = new byte[0];
        try {
            derived = SCrypt.generate(
                    octets, salt, cost.n(), cost.blockSize(), cost.parallelism(), KEY_OCTETS + CHECK_OCTETS);
            return new SealingKey(
                    Arrays.copyOf(derived, KEY_OCTETS), Arrays.copyOfRange(derived, KEY_OCTETS, derived.length));
        } finally {
            Arrays.fill(octets, (byte) 0);
            Arrays.fill(derived, (byte) 0);
        }
    }

    /** Tells the right passphrase; says nothing about the key. */
    byte[] check() {
        return check.clone();
    }

    boolean hasCheck(byte[] expected) {
        return MessageDigest.isEqual(check, expected);
    }

    byte[] seal(byte[] nonce, byte[] associated, byte[] plain) {
        try {
            return cipher(Cipher.ENCRYPT_MODE, nonce, associated).doFinal(plain);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has AES/GCM", e);
        }
    }

    /** @throws TokenException TOKEN_DAMAGED if any bit of the three differs from what was sealed */
    byte[] unseal(byte[] nonce, byte[] associated, byte[] sealed) throws TokenException {
        try {
            return cipher(Cipher.DECRYPT_MODE, nonce, associated).doFinal(sealed);
        } catch (AEADBadTagException e) {
            throw new TokenException(
                    Failure.TOKEN_DAMAGED, "", 0, "the passphrase is right, but the seal does not hold", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has AES/GCM", e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, byte[] associated) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(associated);
        return cipher;
    }

    void wipe() {
        Arrays.fill(key, (byte) 0);
    }
}
