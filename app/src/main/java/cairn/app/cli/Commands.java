package cairn.app.cli;

import java.lang.reflect.InvocationTargetException;
import picocli.CommandLine;

/** Makes the commands: each is handed the environment in its constructor. */
final class Commands implements CommandLine.IFactory {
    private final CliEnvironment environment;

    Commands(CliEnvironment environment) {
        this.environment = environment;
    }

    @Override
    public <K> K create(Class<K> type) throws Exception {
        if (!Action.class.isAssignableFrom(type)) {
            return CommandLine.defaultFactory().create(type);
        }
        try {
            return type.getDeclaredConstructor(CliEnvironment.class).newInstance(environment);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(type + " could not be made", e.getCause());
        }
    }
}
