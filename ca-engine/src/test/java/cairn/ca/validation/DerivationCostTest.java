package cairn.ca.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.misc.MiscObjectIdentifiers;
import org.bouncycastle.asn1.misc.ScryptParams;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.EncryptionScheme;
import org.bouncycastle.asn1.pkcs.KeyDerivationFunc;
import org.bouncycastle.asn1.pkcs.PBES2Parameters;
import org.bouncycastle.asn1.pkcs.PBKDF2Params;
import org.bouncycastle.asn1.pkcs.PBMAC1Params;
import org.bouncycastle.asn1.pkcs.PKCS12PBEParams;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The work that a key store asks for is added up before any of it is done. */
final class DerivationCostTest {
    private static KeyDerivationFunc pbkdf2(int rounds) {
        return new KeyDerivationFunc(PKCSObjectIdentifiers.id_PBKDF2, new PBKDF2Params(new byte[8], rounds));
    }

    private static KeyDerivationFunc scrypt(int cost, int block, int parallel) {
        return new KeyDerivationFunc(
                MiscObjectIdentifiers.id_scrypt, new ScryptParams(new byte[8], cost, block, parallel));
    }

    @ParameterizedTest
    @CsvSource({"1, false", "2000000, false", "2000001, true", "2147483647, true"})
    void roundsOfAMacHaveALimit(int rounds, boolean refused) {
        DerivationCost cost = new DerivationCost();
        cost.add(BigInteger.valueOf(rounds));
        assertEquals(refused, cost.refusal().isPresent());
        assertEquals(rounds, cost.rounds());
    }

    @ParameterizedTest
    @CsvSource({"-1", "1099511627776", "18446744073709551616", "-18446744073709551616"})
    void numbersOfRoundsThatNobodyMeansAreRefused(BigInteger rounds) {
        DerivationCost cost = new DerivationCost();
        cost.add(rounds);
        assertTrue(cost.refusal().orElseThrow().contains("2000000"));
    }

    @Test
    void whatEveryPartWantsIsAddedUp() {
        DerivationCost cost = new DerivationCost();
        cost.add(BigInteger.valueOf(500_000));
        cost.add(pbkdf2(500_000));
        cost.add(new AlgorithmIdentifier(
                PKCSObjectIdentifiers.id_PBES2,
                new PBES2Parameters(pbkdf2(500_000), new EncryptionScheme(NISTObjectIdentifiers.id_aes256_CBC))));
        cost.add(new AlgorithmIdentifier(
                PKCSObjectIdentifiers.pbeWithSHAAnd3_KeyTripleDES_CBC, new PKCS12PBEParams(new byte[8], 500_000)));
        assertEquals(2_000_000, cost.rounds());
        assertTrue(cost.refusal().isEmpty());
        AlgorithmIdentifier hmac = new AlgorithmIdentifier(PKCSObjectIdentifiers.id_hmacWithSHA256, DERNull.INSTANCE);
        cost.add(new AlgorithmIdentifier(
                PKCSObjectIdentifiers.id_PBMAC1,
                new PBMAC1Params(AlgorithmIdentifier.getInstance(pbkdf2(1).toASN1Primitive()), hmac)));
        assertTrue(cost.refusal().isPresent());
    }

    @ParameterizedTest
    @CsvSource({
        "16384, 8, 1, false",
        "65536, 8, 1, false",
        "131072, 8, 1, true",
        "65536, 8, 4, false",
        "65536, 8, 5, true",
        "16384, 8, 17, true",
        "2, 2147483647, 1, true"
    })
    void memoryAndWorkOfScryptHaveALimit(int cost, int block, int parallel, boolean refused) {
        DerivationCost sum = new DerivationCost();
        sum.add(scrypt(cost, block, parallel));
        assertEquals(refused, sum.refusal().isPresent());
    }

    @Test
    void anAlgorithmWithoutParametersCostsNothing() {
        DerivationCost cost = new DerivationCost();
        cost.add(new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption));
        assertEquals(0, cost.rounds());
    }
}
