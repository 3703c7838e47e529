package cairn.ca.csr;

import cairn.ca.x509.ContentKind;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Says of a file that is no certificate request what it is, and what to do. */
final class NoRequest {
    private static final String ASK = "Ask the owner of the key for the request (PKCS#10) that was made with it.";

    /** How files begin that people attach by mistake. */
    private static final List<Beginning> BEGINNINGS = List.of(
            new Beginning("89504E470D0A1A0A", "an image (PNG)"),
            new Beginning("FFD8FF", "an image (JPEG)"),
            new Beginning("474946383761", "an image (GIF)"),
            new Beginning("474946383961", "an image (GIF)"),
            new Beginning("255044462D", "a PDF document"));

    private NoRequest() {}

    private record Beginning(String octets, String words) {}

    /** Of a file whose kind is known and is another. */
    static String words(ContentKind kind) {
        String advice = switch (kind) {
            case CERTIFICATE -> "A renewal needs a request as well. " + ASK;
            case CERTIFICATE_LIST -> "It says what was revoked; nobody can be certified by it. " + ASK;
            case PKCS12, BCFKS, JKS, JCEKS ->
                "It may hold a private key, which then stays with its owner: do not pass it on. " + ASK;
            case PUBLIC_KEY -> "It does not show who has the private key, as a request does. " + ASK;
            case ZIP -> "Unpack it and name the requests in it.";
            case JSON -> "If it is a profile, name it with --profile.";
            case SIGNED_DATA, OCSP_RESPONSE, CERTIFICATION_REQUEST, PRIVATE_KEY, ENCRYPTED_PRIVATE_KEY, UNKNOWN -> ASK;
        };
        return "This is " + kind.words() + ", not a certificate request. " + advice;
    }

    /** Of bytes of no known kind: an image, a text, a file of zeros; empty if they may be a damaged request. */
    static Optional<String> words(byte[] bytes) {
        String start = HexFormat.of().withUpperCase().formatHex(bytes, 0, Math.min(bytes.length, 16));
        for (Beginning each : BEGINNINGS) {
            if (start.startsWith(each.octets())) {
                return Optional.of("This is " + each.words() + ", not a certificate request. " + ASK);
            }
        }
        if (isText(bytes)) {
            return Optional.of(
                    "This is a text without '-----BEGIN CERTIFICATE REQUEST-----', not a certificate request."
                            + " If a request was pasted, its first or last line is missing. " + ASK);
        }
        return Optional.empty();
    }

    /** UTF-8 with no control characters but those of lines. */
    private static boolean isText(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .chars()
                    .noneMatch(c -> c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f');
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
