package cairn.testkit.pkcs11;

import static cairn.testkit.pkcs11.Pkcs11.CKM_ECDSA;
import static cairn.testkit.pkcs11.Pkcs11.CKM_EDDSA;
import static cairn.testkit.pkcs11.Pkcs11.CKM_ML_DSA;
import static cairn.testkit.pkcs11.Pkcs11.CKM_RSA_PKCS;
import static cairn.testkit.pkcs11.Pkcs11.CKM_RSA_PKCS_PSS;
import static cairn.testkit.pkcs11.Pkcs11.CKM_SHA256;
import static cairn.testkit.pkcs11.Pkcs11.CKM_SHA384;
import static cairn.testkit.pkcs11.Pkcs11.CKM_SHA512;

import java.lang.foreign.MemorySegment;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.EdECPrivateKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.NamedParameterSpec;
import javax.crypto.Cipher;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.digests.SHA384Digest;
import org.bouncycastle.crypto.digests.SHA512Digest;
import org.bouncycastle.crypto.engines.RSABlindedEngine;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.params.RSAPrivateCrtKeyParameters;
import org.bouncycastle.crypto.signers.PSSSigner;

/** A signature mechanism with its parameters. */
sealed interface Signing {
    /** CKK that it needs. */
    long keyType();

    byte[] sign(PrivateKey key, byte[] data, SecureRandom random) throws GeneralSecurityException, RefusedException;

    /** How many octets a signature by this key has. */
    static int length(PrivateKey key) {
        return switch (key) {
            case RSAPrivateCrtKey rsa -> (rsa.getModulus().bitLength() + 7) / 8;
            case ECPrivateKey ec -> 2 * ((ec.getParams().getOrder().bitLength() + 7) / 8);
            case EdECPrivateKey edwards -> 64;
            default ->
                switch (((NamedParameterSpec) key.getParams()).getName()) {
                    case "ML-DSA-44" -> 2420;
                    case "ML-DSA-65" -> 3309;
                    default -> 4627;
                };
        };
    }

    /** Reads a CK_MECHANISM. */
    static Signing of(NativeLayout layout, StructCursor mechanism) throws RefusedException {
        long type = mechanism.ulong();
        MemorySegment parameter = mechanism.pointer();
        long length = mechanism.ulong();
        if (type == CKM_RSA_PKCS_PSS) {
            return Pss.of(layout, parameter, length);
        }
        if (type == CKM_ML_DSA) {
            return MlDsa.of(layout, parameter, length);
        }
        Signing plain;
        if (type == CKM_ECDSA) {
            plain = new Ecdsa();
        } else if (type == CKM_EDDSA) {
            plain = new EdDsa();
        } else if (type == CKM_RSA_PKCS) {
            plain = new RsaPkcs();
        } else {
            throw new RefusedException(Pkcs11.CKR_MECHANISM_INVALID);
        }
        if (!Memory.isNull(parameter) || length != 0) {
            throw new RefusedException(Pkcs11.CKR_MECHANISM_PARAM_INVALID);
        }
        return plain;
    }

    /** CKM_ECDSA over a digest; r and s joined. */
    record Ecdsa() implements Signing {
        @Override
        public long keyType() {
            return Pkcs11.CKK_EC;
        }

        @Override
        public byte[] sign(PrivateKey key, byte[] data, SecureRandom random)
                throws GeneralSecurityException, RefusedException {
            if (data.length < 20 || data.length > 64) {
                throw new RefusedException(Pkcs11.CKR_DATA_LEN_RANGE);
            }
            Signature signature = Signature.getInstance("NONEwithECDSAinP1363Format");
            signature.initSign(key, random);
            signature.update(data);
            return signature.sign();
        }
    }

    /** CKM_EDDSA, pure. */
    record EdDsa() implements Signing {
        @Override
        public long keyType() {
            return Pkcs11.CKK_EC_EDWARDS;
        }

        @Override
        public byte[] sign(PrivateKey key, byte[] data, SecureRandom random) throws GeneralSecurityException {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(key);
            signature.update(data);
            return signature.sign();
        }
    }

    /** CKM_RSA_PKCS over a DigestInfo. */
    record RsaPkcs() implements Signing {
        @Override
        public long keyType() {
            return Pkcs11.CKK_RSA;
        }

        @Override
        public byte[] sign(PrivateKey key, byte[] data, SecureRandom random)
                throws GeneralSecurityException, RefusedException {
            int modulusOctets = (((RSAPrivateCrtKey) key).getModulus().bitLength() + 7) / 8;
            if (data.length > modulusOctets - 11) {
                throw new RefusedException(Pkcs11.CKR_DATA_LEN_RANGE);
            }
            Cipher cipher = Cipher.getInstance("RSA/ECB/PKCS1Padding");
            cipher.init(Cipher.ENCRYPT_MODE, key, random);
            return cipher.doFinal(data);
        }
    }

    /** CKM_RSA_PKCS_PSS over a digest. */
    record Pss(long hash, int saltLength) implements Signing {
        static Pss of(NativeLayout layout, MemorySegment parameter, long length) throws RefusedException {
            if (Memory.isNull(parameter) || length != 3L * layout.ulong()) {
                throw new RefusedException(Pkcs11.CKR_MECHANISM_PARAM_INVALID);
            }
            StructCursor cursor = new StructCursor(layout, Memory.at(parameter, length));
            long hash = cursor.ulong();
            long mgf = cursor.ulong();
            // CKG_MGF1_SHA256 is 2, then follow SHA384 and SHA512, as their digests follow each other.
            if ((hash != CKM_SHA256 && hash != CKM_SHA384 && hash != CKM_SHA512)
                    || mgf != 2 + (hash - CKM_SHA256) / 0x10) {
                throw new RefusedException(Pkcs11.CKR_MECHANISM_PARAM_INVALID);
            }
            return new Pss(hash, Math.toIntExact(cursor.ulong()));
        }

        @Override
        public long keyType() {
            return Pkcs11.CKK_RSA;
        }

        @Override
        public byte[] sign(PrivateKey key, byte[] data, SecureRandom random) throws RefusedException {
            Digest content = digest();
            if (data.length != content.getDigestSize()) {
                throw new RefusedException(Pkcs11.CKR_DATA_LEN_RANGE);
            }
            RSAPrivateCrtKey rsa = (RSAPrivateCrtKey) key;
            var parameters = new RSAPrivateCrtKeyParameters(
                    rsa.getModulus(),
                    rsa.getPublicExponent(),
                    rsa.getPrivateExponent(),
                    rsa.getPrimeP(),
                    rsa.getPrimeQ(),
                    rsa.getPrimeExponentP(),
                    rsa.getPrimeExponentQ(),
                    rsa.getCrtCoefficient());
            PSSSigner signer = PSSSigner.createRawSigner(
                    new RSABlindedEngine(), content, digest(), saltLength, PSSSigner.TRAILER_IMPLICIT);
            signer.init(true, new ParametersWithRandom(parameters, random));
            signer.update(data, 0, data.length);
            try {
                return signer.generateSignature();
            } catch (CryptoException e) {
                throw new IllegalStateException("PSS with salt of " + saltLength + " octets", e);
            }
        }

        private Digest digest() {
            if (hash == CKM_SHA256) {
                return SHA256Digest.newInstance();
            }
            return hash == CKM_SHA384 ? new SHA384Digest() : new SHA512Digest();
        }
    }

    /** CKM_ML_DSA, pure, with an empty context. */
    record MlDsa() implements Signing {
        static MlDsa of(NativeLayout layout, MemorySegment parameter, long length) throws RefusedException {
            if (Memory.isNull(parameter)) {
                return new MlDsa();
            }
            // CK_SIGN_ADDITIONAL_CONTEXT: hedge variant, context, its length.
            StructCursor cursor = new StructCursor(layout, Memory.at(parameter, length));
            long hedge = cursor.ulong();
            cursor.pointer();
            long contextLength = cursor.ulong();
            if (cursor.offset() != length || hedge > 2 || contextLength != 0) {
                throw new RefusedException(Pkcs11.CKR_MECHANISM_PARAM_INVALID);
            }
            return new MlDsa();
        }

        @Override
        public long keyType() {
            return Pkcs11.CKK_ML_DSA;
        }

        @Override
        public byte[] sign(PrivateKey key, byte[] data, SecureRandom random) throws GeneralSecurityException {
            Signature signature = Signature.getInstance("ML-DSA");
            signature.initSign(key, random);
            signature.update(data);
            return signature.sign();
        }
    }
}
