package cairn.app.session;

import cairn.app.problem.Problem;
import cairn.ca.signing.KeyStoreToken;
import cairn.ca.signing.SigningException;
import cairn.hsm.token.Pin;
import cairn.hsm.token.PinSource;
import cairn.hsm.token.Token;
import cairn.hsm.token.TokenException;
import cairn.hsm.token.TokenInfo;
import cairn.hsm.token.TokenModule;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Reaching tokens. Implemented where the program is put together. */
public interface Tokens {
    /** Logs in to a token and hands it to the engine. */
    KeyStoreToken open(TokenSettings token, PinSource pins) throws SigningException, TokenException, Problem;

    /** The token behind one that {@link #open} gave, for looking at it; closed with that one. */
    Token behind(KeyStoreToken open);

    /** Logs in to a token for looking at it. */
    Token inspect(TokenSettings token, PinSource pins) throws TokenException, Problem;

    /** A PKCS#11 library, in a process of its own. */
    TokenModule module(Path library, Optional<String> reserved) throws TokenException;

    /** Makes a software token, and the folder that it lies in. */
    TokenInfo createSoftware(Path file, String label, Pin passphrase) throws TokenException, IOException;

    /** Changes the user's PIN, or a software token's passphrase; a wrong old one is tried once. */
    void changePin(TokenSettings token, Pin old, Pin fresh) throws TokenException;
}
