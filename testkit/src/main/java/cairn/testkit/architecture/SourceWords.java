package cairn.testkit.architecture;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Nothing is left for later in comments, and no test is switched off. */
public final class SourceWords implements HouseRule {
    private static final Pattern UNFINISHED = Pattern.compile("\\bTO" + "DO\\b|\\bFIX" + "ME\\b|@Dis" + "abled\\b");

    @Override
    public String name() {
        return "nothing is left for later";
    }

    @Override
    public List<String> violations(ModuleCode code) {
        List<String> found = new ArrayList<>();
        for (Path source : Stream.concat(code.mainSources().stream(), code.testSources().stream())
                .toList()) {
            List<String> lines = ModuleCode.lines(source);
            for (int i = 0; i < lines.size(); i++) {
                if (UNFINISHED.matcher(lines.get(i)).find()) {
                    found.add(code.show(source) + ":" + (i + 1) + ": "
                            + lines.get(i).strip());
                }
            }
        }
        return found;
    }
}
