package cairn.ca.validation;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The head of a private key file of OpenSSH: the cipher and the type of the key, which stand before the secret. The
 * format is OpenSSH's own ({@code openssh-key-v1}); its strings have a length of four octets before them, as in RFC 4251
 * section 5.
 *
 * @param encrypted whether a passphrase protects the secret
 * @param type such as {@code ssh-ed25519}
 */
record OpenSshKey(boolean encrypted, String type) {
    private static final byte[] MAGIC = "openssh-key-v1\0".getBytes(StandardCharsets.US_ASCII);
    private static final Pattern WORD = Pattern.compile("[a-zA-Z0-9@.-]{1,64}");

    /** Empty for what is no such file, or is cut off before the type. */
    static Optional<OpenSshKey> read(byte[] content) {
        if (content.length < MAGIC.length || !Arrays.equals(MAGIC, 0, MAGIC.length, content, 0, MAGIC.length)) {
            return Optional.empty();
        }
        ByteBuffer rest = ByteBuffer.wrap(content, MAGIC.length, content.length - MAGIC.length);
        Optional<String> cipher = next(rest).map(OpenSshKey::text);
        Optional<ByteBuffer> derivation = next(rest).flatMap(name -> next(rest));
        if (derivation.isEmpty() || rest.remaining() < Integer.BYTES) {
            return Optional.empty();
        }
        rest.getInt(); // How many keys there are; OpenSSH writes one.
        Optional<String> type = next(rest).flatMap(OpenSshKey::next).map(OpenSshKey::text);
        return cipher.flatMap(
                name -> type.filter(OpenSshKey::isWord).map(word -> new OpenSshKey(!name.equals("none"), word)));
    }

    private static boolean isWord(String text) {
        return WORD.matcher(text).matches();
    }

    private static Optional<ByteBuffer> next(ByteBuffer from) {
        if (from.remaining() < Integer.BYTES) {
            return Optional.empty();
        }
        int length = from.getInt();
        if (length < 0 || length > from.remaining()) {
            return Optional.empty();
        }
        ByteBuffer string = from.slice(from.position(), length);
        from.position(from.position() + length);
        return Optional.of(string);
    }

    private static String text(ByteBuffer string) {
        return StandardCharsets.US_ASCII.decode(string).toString();
    }
}
