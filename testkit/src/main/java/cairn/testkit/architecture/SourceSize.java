package cairn.testkit.architecture;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** No source has more than 400 lines, tests included. */
public final class SourceSize implements HouseRule {
    private static final int MOST_LINES = 400;

    @Override
    public String name() {
        return "sources are small";
    }

    @Override
    public List<String> violations(ModuleCode code) {
        return Stream.concat(code.mainSources().stream(), code.testSources().stream())
                .filter(source -> ModuleCode.lines(source).size() > MOST_LINES)
                .map(source -> describe(code, source))
                .toList();
    }

    private static String describe(ModuleCode code, Path source) {
        return code.show(source) + " has " + ModuleCode.lines(source).size() + " lines; at most " + MOST_LINES;
    }
}
