package cairn.hsm.broker;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Objects;

/**
 * What a broker's process is told through its standard input: where to call, and a random word by which it is known
 * there. Not through its arguments, which every user of the machine can read.
 */
final class Handover {
    static final int SECRET_OCTETS = 32;

    /** What a connection is for; the code of its first frame. */
    enum Purpose {
        PINS(101),
        CONTROL(102),
        LANE(103);

        private final int code;

        Purpose(int code) {
            this.code = code;
        }

        int code() {
            return code;
        }
    }

    private final Path socket;
    private final byte[] secret;

    Handover(Path socket, byte[] secret) {
        this.socket = socket;
        this.secret = secret.clone();
    }

    void writeTo(OutputStream out) throws IOException {
        out.write((HexFormat.of().formatHex(secret) + socket + "\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    static Handover readFrom(InputStream in) throws IOException {
        byte[] line = in.readAllBytes();
        String text = new String(line, StandardCharsets.UTF_8).strip();
        if (text.length() <= 2 * SECRET_OCTETS) {
            throw new EOFException("nothing was handed over");
        }
        return new Handover(
                Path.of(text.substring(2 * SECRET_OCTETS)), HexFormat.of().parseHex(text, 0, 2 * SECRET_OCTETS));
    }

    Path folder() {
        return Objects.requireNonNull(socket.toAbsolutePath().getParent());
    }

    /** Calls the program and says what for. */
    Wire dial(Purpose purpose, int token) throws IOException {
        SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(socket));
        Wire wire = Wire.blocking(channel);
        wire.begin(purpose.code()).put(secret).put(token);
        wire.send();
        return wire;
    }
}
