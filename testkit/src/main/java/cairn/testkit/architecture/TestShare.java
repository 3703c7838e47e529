package cairn.testkit.architecture;

import java.nio.file.Path;
import java.util.List;

/** A module has at least as many lines of test as of main code. */
public final class TestShare implements HouseRule {
    @Override
    public String name() {
        return "at least as much test as main code";
    }

    @Override
    public List<String> violations(ModuleCode code) {
        int main = count(code.mainSources());
        int test = count(code.testSources());
        return test >= main ? List.of() : List.of(main + " lines of main code and only " + test + " lines of test");
    }

    private static int count(List<Path> sources) {
        return sources.stream()
                .mapToInt(source -> ModuleCode.lines(source).size())
                .sum();
    }
}
