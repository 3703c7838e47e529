package cairn.hsm.softtoken;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cairn.hsm.token.TokenException;
import cairn.hsm.token.TokenException.Failure;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.misc.MiscObjectIdentifiers;
import org.bouncycastle.asn1.misc.ScryptParams;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How much work a file may ask for; RFC 7914 section 2 has the rules for N, r and p. */
class ScryptCostTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "2, 1, 1",
        "32768, 1, 1", // the most for r = 1
        "65536, 2, 1",
        "32768, 8, 1",
        "131072, 16, 4", // 256 MiB
        "262144, 8, 1",
        "1048576, 2, 1"
    })
    void costsThatCanBePaidAreAccepted(int n, int r, int p) {
        assertEquals(n, new ScryptCost(n, r, p).n());
    }

    /** N, r and p of a file that somebody else has written, with a digest that agrees. */
    private Path forged(String n, String r, String p) throws Exception {
        byte[] magic = "Cairn software token, not an HSM\n".getBytes(StandardCharsets.US_ASCII);
        ScryptParams parameters =
                new ScryptParams(new byte[16], new BigInteger(n), new BigInteger(r), new BigInteger(p), null);
        ASN1Encodable header = new DERSequence(new ASN1Encodable[] {
            new ASN1Integer(1),
            new DERUTF8String("label"),
            new DERUTF8String("00"),
            new AlgorithmIdentifier(MiscObjectIdentifiers.id_scrypt, parameters)
        });
        byte[] body = new DERSequence(new ASN1Encodable[] {
                    header,
                    new DEROctetString(new byte[16]),
                    new DEROctetString(new byte[12]),
                    new DEROctetString(new byte[20])
                })
                .getEncoded();
        byte[] start = Arrays.copyOf(magic, magic.length + body.length);
        System.arraycopy(body, 0, start, magic.length, body.length);
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(start);
        byte[] file = Arrays.copyOf(start, start.length + digest.length);
        System.arraycopy(digest, 0, file, start.length, digest.length);
        return Files.write(folder.resolve("token"), file);
    }

    private static Failure opened(Path file, AtomicInteger asked) {
        return assertThrows(
                        TokenException.class,
                        () -> SoftwareToken.open(
                                file,
                                (token, role) -> {
                                    asked.incrementAndGet();
                                    return Tokens.pin(Tokens.PASSPHRASE);
                                },
                                Tokens.RANDOM))
                .failure();
    }

    @ParameterizedTest
    @CsvSource({
        "0, 8, 1",
        "1, 8, 1",
        "-2, 8, 1",
        "3, 8, 1",
        "32767, 8, 1",
        "65536, 1, 1", // RFC 7914: N < 2^(128 * r / 8)
        "262144, 9, 1", // more than 256 MiB
        "1048576, 16, 1", // two gigabytes
        "1048576, 8, 1",
        "2097152, 1, 1",
        "4294967296, 8, 1",
        "18446744073709551616, 8, 1",
        "32768, 0, 1",
        "32768, 17, 1",
        "32768, -8, 1",
        "32768, 8, 0",
        "32768, 8, 5",
        "32768, 8, 2147483648"
    })
    void aStrangersFileThatAsksForMoreIsRefusedBeforeThePassphrase(String n, String r, String p) throws Exception {
        AtomicInteger asked = new AtomicInteger();
        Path file = forged(n, r, p);
        assertEquals(Failure.TOKEN_DAMAGED, opened(file, asked));
        assertEquals(
                Failure.TOKEN_DAMAGED,
                assertThrows(TokenException.class, () -> SoftwareToken.info(file))
                        .failure());
        assertEquals(0, asked.get());
    }

    @Test
    void theForgeryItselfIsReadableWhereItsCostCanBePaid() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        Path file = forged("16", "8", "1");
        assertEquals("label", SoftwareToken.info(file).label());
        assertEquals(Failure.PIN_INCORRECT, opened(file, asked));
        assertEquals(1, asked.get());
    }
}
