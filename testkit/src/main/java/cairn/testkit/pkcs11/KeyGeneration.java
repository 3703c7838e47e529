package cairn.testkit.pkcs11;

import static cairn.testkit.pkcs11.Pkcs11.CKA_EC_PARAMS;
import static cairn.testkit.pkcs11.Pkcs11.CKA_EC_POINT;
import static cairn.testkit.pkcs11.Pkcs11.CKA_KEY_TYPE;
import static cairn.testkit.pkcs11.Pkcs11.CKA_MODULUS;
import static cairn.testkit.pkcs11.Pkcs11.CKA_MODULUS_BITS;
import static cairn.testkit.pkcs11.Pkcs11.CKA_PARAMETER_SET;
import static cairn.testkit.pkcs11.Pkcs11.CKA_PUBLIC_EXPONENT;
import static cairn.testkit.pkcs11.Pkcs11.CKA_VALUE;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.util.HexFormat;
import java.util.Map;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.util.BigIntegers;

/** C_GenerateKeyPair: what the template of the public key asks for. */
final class KeyGeneration {
    private static final Map<String, String> CURVES = Map.of(
            "06082a8648ce3d030107", "secp256r1",
            "06052b81040022", "secp384r1",
            "06052b81040023", "secp521r1");

    private static final String ED25519_OID = "06032b6570";

    private final NativeLayout layout;
    private final SecureRandom random;

    KeyGeneration(NativeLayout layout, SecureRandom random) {
        this.layout = layout;
        this.random = random;
    }

    KeyMaterial generate(long mechanism, Map<Long, byte[]> publicTemplate) throws RefusedException {
        try {
            if (mechanism == Pkcs11.CKM_EC_KEY_PAIR_GEN) {
                return ec(required(publicTemplate, CKA_EC_PARAMS));
            }
            if (mechanism == Pkcs11.CKM_EC_EDWARDS_KEY_PAIR_GEN) {
                return ed25519(required(publicTemplate, CKA_EC_PARAMS));
            }
            if (mechanism == Pkcs11.CKM_RSA_PKCS_KEY_PAIR_GEN) {
                return rsa(layout.ulongOf(required(publicTemplate, CKA_MODULUS_BITS)), publicTemplate);
            }
            if (mechanism == Pkcs11.CKM_ML_DSA_KEY_PAIR_GEN) {
                return mlDsa(required(publicTemplate, CKA_PARAMETER_SET));
            }
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("key generation with mechanism " + mechanism, e);
        }
        throw new RefusedException(Pkcs11.CKR_MECHANISM_INVALID);
    }

    private KeyMaterial ec(byte[] parameters) throws RefusedException, GeneralSecurityException, IOException {
        String curve = CURVES.get(HexFormat.of().formatHex(parameters));
        if (curve == null) {
            throw new RefusedException(Pkcs11.CKR_CURVE_NOT_SUPPORTED);
        }
        KeyPair pair = pair("EC", new ECGenParameterSpec(curve));
        return new KeyMaterial(
                Map.of(CKA_KEY_TYPE, layout.ulongBytes(Pkcs11.CKK_EC), CKA_EC_PARAMS, parameters),
                Map.of(CKA_EC_POINT, new DEROctetString(raw(pair.getPublic())).getEncoded()),
                pair.getPrivate());
    }

    private KeyMaterial ed25519(byte[] parameters) throws RefusedException, GeneralSecurityException, IOException {
        if (!HexFormat.of().formatHex(parameters).equals(ED25519_OID)) {
            throw new RefusedException(Pkcs11.CKR_CURVE_NOT_SUPPORTED);
        }
        KeyPair pair = pair("Ed25519", NamedParameterSpec.ED25519);
        return new KeyMaterial(
                Map.of(CKA_KEY_TYPE, layout.ulongBytes(Pkcs11.CKK_EC_EDWARDS), CKA_EC_PARAMS, parameters),
                Map.of(CKA_EC_POINT, new DEROctetString(raw(pair.getPublic())).getEncoded()),
                pair.getPrivate());
    }

    private KeyMaterial rsa(long bits, Map<Long, byte[]> template) throws RefusedException, GeneralSecurityException {
        if (bits < 2048 || bits > 4096) {
            throw new RefusedException(Pkcs11.CKR_ATTRIBUTE_VALUE_INVALID);
        }
        byte[] exponent = template.get(CKA_PUBLIC_EXPONENT);
        var specification = new RSAKeyGenParameterSpec(
                (int) bits, exponent == null ? RSAKeyGenParameterSpec.F4 : BigIntegers.fromUnsignedByteArray(exponent));
        KeyPair pair = pair("RSA", specification);
        RSAPublicKey open = (RSAPublicKey) pair.getPublic();
        return new KeyMaterial(
                Map.of(
                        CKA_KEY_TYPE,
                        layout.ulongBytes(Pkcs11.CKK_RSA),
                        CKA_MODULUS,
                        BigIntegers.asUnsignedByteArray(open.getModulus()),
                        CKA_PUBLIC_EXPONENT,
                        BigIntegers.asUnsignedByteArray(open.getPublicExponent())),
                Map.of(CKA_MODULUS_BITS, layout.ulongBytes(open.getModulus().bitLength())),
                pair.getPrivate());
    }

    private KeyMaterial mlDsa(byte[] parameterSet) throws RefusedException, GeneralSecurityException {
        long number = layout.ulongOf(parameterSet);
        if (number < 1 || number > 3) {
            throw new RefusedException(Pkcs11.CKR_ATTRIBUTE_VALUE_INVALID);
        }
        NamedParameterSpec name = switch ((int) number) {
            case 1 -> NamedParameterSpec.ML_DSA_44;
            case 2 -> NamedParameterSpec.ML_DSA_65;
            default -> NamedParameterSpec.ML_DSA_87;
        };
        KeyPair pair = pair("ML-DSA", name);
        return new KeyMaterial(
                Map.of(CKA_KEY_TYPE, layout.ulongBytes(Pkcs11.CKK_ML_DSA), CKA_PARAMETER_SET, parameterSet),
                Map.of(CKA_VALUE, raw(pair.getPublic())),
                pair.getPrivate());
    }

    private KeyPair pair(String algorithm, AlgorithmParameterSpec specification) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
        generator.initialize(specification, random);
        return generator.generateKeyPair();
    }

    /** The content of the bit string of a SubjectPublicKeyInfo. */
    private static byte[] raw(PublicKey key) {
        return SubjectPublicKeyInfo.getInstance(key.getEncoded())
                .getPublicKeyData()
                .getBytes();
    }

    private static byte[] required(Map<Long, byte[]> template, long type) throws RefusedException {
        byte[] value = template.get(type);
        if (value == null) {
            throw new RefusedException(Pkcs11.CKR_TEMPLATE_INCOMPLETE);
        }
        return value;
    }
}
