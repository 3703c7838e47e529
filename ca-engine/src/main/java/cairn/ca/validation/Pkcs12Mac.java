package cairn.ca.validation;

import cairn.ca.x509.SignatureCheck;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.pkcs.MacData;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.crypto.ExtendedDigest;
import org.bouncycastle.crypto.PBEParametersGenerator;
import org.bouncycastle.crypto.generators.PKCS12ParametersGenerator;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.bc.BcDefaultDigestProvider;
import org.bouncycastle.pkcs.PKCS12PfxPdu;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.jcajce.JcePKCS12MacCalculatorBuilderProvider;

/** The MAC of a PKCS#12 key store (RFC 7292 appendix B.4), also under both ways to write an empty password. */
final class Pkcs12Mac {
    private Pkcs12Mac() {}

    /**
     * What derives the same keys as an empty password, where the library refuses that: HMAC fills its key up with zeros
     * (RFC 2104), and the key derivation of PKCS#12 repeats the two zeros that the JDK writes (RFC 7292 appendix B.2).
     */
    static char[] zeros() {
        return new char[1];
    }

    static boolean isValid(PKCS12PfxPdu store, char[] password) throws PKCSException {
        MacData mac = store.toASN1Structure().getMacData();
        if (mac.getMac().getAlgorithmId().getAlgorithm().equals(PKCSObjectIdentifiers.id_PBMAC1)) {
            return store.isMacValid(
                    new JcePKCS12MacCalculatorBuilderProvider().setProvider(SignatureCheck.provider()),
                    password.length == 0 ? zeros() : password);
        }
        byte[] secret = PBEParametersGenerator.PKCS12PasswordToBytes(password);
        try {
            // The JDK writes an empty password as its two terminating zeros, OpenSSL as nothing at all.
            return isValid(store, mac, secret) || (password.length == 0 && isValid(store, mac, new byte[2]));
        } finally {
            Arrays.fill(secret, (byte) 0);
        }
    }

    private static boolean isValid(PKCS12PfxPdu store, MacData mac, byte[] secret) throws PKCSException {
        try {
            ExtendedDigest digest =
                    BcDefaultDigestProvider.INSTANCE.get(mac.getMac().getAlgorithmId());
            PKCS12ParametersGenerator generator = new PKCS12ParametersGenerator(digest);
            generator.init(secret, mac.getSalt(), mac.getIterationCount().intValueExact());
            HMac computed =
                    new HMac(BcDefaultDigestProvider.INSTANCE.get(mac.getMac().getAlgorithmId()));
            computed.init(generator.generateDerivedMacParameters(8 * digest.getDigestSize()));
            byte[] content = ASN1OctetString.getInstance(
                            store.toASN1Structure().getAuthSafe().getContent())
                    .getOctets();
            computed.update(content, 0, content.length);
            byte[] value = new byte[computed.getMacSize()];
            computed.doFinal(value, 0);
            return Arrays.equals(value, mac.getMac().getDigest());
        } catch (OperatorCreationException e) {
            throw new PKCSException("the digest of the MAC is not known", e);
        }
    }
}
