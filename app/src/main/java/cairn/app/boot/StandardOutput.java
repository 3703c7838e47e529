package cairn.app.boot;

import cairn.app.problem.ExitCode;
import cairn.app.problem.Problem;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Remembers what the system said when something was not written, which writers of Java keep to themselves. */
final class StandardOutput extends OutputStream {
    private final OutputStream out;
    private @Nullable IOException failure;

    StandardOutput(OutputStream out) {
        this.out = out;
    }

    @Override
    public void write(int octet) throws IOException {
        write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] octets, int from, int count) throws IOException {
        try {
            out.write(octets, from, count);
        } catch (IOException e) {
            remember(e);
            throw e;
        }
    }

    @Override
    public void flush() throws IOException {
        try {
            out.flush();
        } catch (IOException e) {
            remember(e);
            throw e;
        }
    }

    private void remember(IOException e) {
        if (failure == null) {
            failure = e;
        }
    }

    /**
     * Refuses to call a command done whose words are lost. That the reader left (a pipe that was closed) is the reader's
     * choice and no failure.
     */
    void requireWritten() throws Problem {
        IOException known = failure;
        if (known == null || isReadersChoice(known)) {
            return;
        }
        throw new Problem(
                "S-10",
                ExitCode.STORAGE,
                "What the command printed could not be written: " + known.getMessage() + ".",
                "standard output",
                "Free space, or send it elsewhere. What the command did stays done: 'cairn audit show' lists what was"
                        + " recorded.",
                known);
    }

    private static boolean isReadersChoice(IOException e) {
        return String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT).contains("pipe");
    }
}
