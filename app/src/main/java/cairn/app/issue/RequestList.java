package cairn.app.issue;

import cairn.app.fx.text.Texts;
import cairn.app.problem.Problem;
import cairn.app.session.LookedAtRequest;
import cairn.app.session.Session;
import cairn.ca.x509.Verdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The requests that a person has brought, with the verdict on each; each file stands in it once. */
final class RequestList {
    private static final Pattern BLOCK = Pattern.compile(
            "-----BEGIN (NEW )?CERTIFICATE REQUEST-----.*?-----END (NEW )?CERTIFICATE REQUEST-----", Pattern.DOTALL);

    private final IssueTools tools;
    private final Texts texts;
    private final ObservableList<LookedAtRequest> rows = FXCollections.observableArrayList();
    private final Map<Path, byte[]> pasted = new HashMap<>();
    private int pastes;

    RequestList(IssueTools tools, Texts texts) {
        this.tools = tools;
        this.texts = texts;
    }

    ObservableList<LookedAtRequest> rows() {
        return rows;
    }

    /** Looks at files, and at the files of folders. */
    void add(List<Path> named, Runnable done, Consumer<Problem> failed) {
        tools.tasks()
                .look(
                        progress -> look(tools.session(), named),
                        found -> {
                            found.forEach(this::put);
                            done.run();
                        },
                        failed);
    }

    private static List<LookedAtRequest> look(Session session, List<Path> named) throws IOException, Problem {
        List<LookedAtRequest> found = new ArrayList<>();
        for (Path file : LookedAtRequest.files(named)) {
            found.add(LookedAtRequest.of(session, file));
        }
        return found;
    }

    /** Looks at what was copied from elsewhere: one request or several in PEM. */
    void paste(String text, Runnable done, Consumer<Problem> failed) {
        Map<Path, byte[]> blocks = new LinkedHashMap<>();
        Matcher matcher = BLOCK.matcher(text);
        while (matcher.find()) {
            Path name = Path.of(texts.get("pasted", ++pastes) + ".csr");
            blocks.put(name, matcher.group().getBytes(StandardCharsets.UTF_8));
        }
        if (blocks.isEmpty()) {
            failed.accept(Problem.badInput("I-13", texts.get("paste.nothing"), "", texts.get("paste.remedy")));
            return;
        }
        tools.tasks()
                .look(
                        progress -> {
                            List<LookedAtRequest> found = new ArrayList<>();
                            for (Map.Entry<Path, byte[]> block : blocks.entrySet()) {
                                found.add(LookedAtRequest.of(
                                        tools.session(),
                                        block.getKey(),
                                        block.getValue().clone()));
                            }
                            return found;
                        },
                        found -> {
                            pasted.putAll(blocks);
                            found.forEach(this::put);
                            done.run();
                        },
                        failed);
    }

    private void put(LookedAtRequest row) {
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).file().equals(row.file())) {
                rows.set(i, row);
                return;
            }
        }
        rows.add(row);
    }

    void remove(LookedAtRequest row) {
        rows.remove(row);
        pasted.remove(row.file());
    }

    void clear() {
        rows.clear();
        pasted.clear();
    }

    /** Whether some have no folder of their own to which a certificate could go. */
    boolean hasPasted() {
        return !pasted.isEmpty();
    }

    /** Those that may become certificates. */
    List<LookedAtRequest> acceptable() {
        return rows.stream().filter(row -> row.verdict() != Verdict.REJECT).toList();
    }

    /** What was pasted, by the name that it was given. */
    Map<Path, byte[]> pasted() {
        return Map.copyOf(pasted);
    }
}
