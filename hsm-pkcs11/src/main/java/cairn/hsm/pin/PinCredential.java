package cairn.hsm.pin;

import cairn.hsm.token.Pin;
import cairn.hsm.token.PinSource;
import cairn.hsm.token.TokenException;
import cairn.hsm.token.TokenSelector;
import java.nio.file.Path;

/** A PIN that systemd hands to a service (LoadCredential=, LoadCredentialEncrypted=). */
public final class PinCredential implements PinSource {
    private final PinFile file;

    /**
     * @param directory what the service manager gives as {@code CREDENTIALS_DIRECTORY}
     * @param name the credential's name, one path component
     */
    public PinCredential(Path directory, String name) {
        Path plain = Path.of(name);
        if (name.isBlank()
                || plain.getNameCount() != 1
                || plain.isAbsolute()
                || name.equals(".")
                || name.equals("..")) {
            throw new IllegalArgumentException("not the name of a credential: " + name);
        }
        file = new PinFile(directory.resolve(plain), FileTrust.SERVICE_CREDENTIAL);
    }

    @Override
    public Pin request(TokenSelector token, Role role) throws TokenException {
        return file.request(token, role);
    }
}
