package cairn.hsm.broker;

import cairn.hsm.token.TokenException;
import cairn.hsm.token.TokenModule;
import java.util.List;

/** Loads the library that a broker is to serve; runs in the broker's process. */
@FunctionalInterface
public interface ModuleOpener {
    /** @param arguments those of the {@link LaunchSpec} */
    TokenModule open(List<String> arguments) throws TokenException;
}
