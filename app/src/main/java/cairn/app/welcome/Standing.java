package cairn.app.welcome;

import cairn.app.problem.Problem;
import cairn.app.session.Session;
import cairn.app.session.TokenSettings;
import cairn.ca.audit.LedgerException;
import cairn.ca.authority.Authority;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How far a workspace is on its first steps. Nothing of this is stored: it is read off the workspace, so that the steps
 * can be left and gone on with at any time, and by other ways as well.
 *
 * @param tokens the workspace's tokens
 * @param root an authority in service that nobody here is above
 * @param issuing one below another
 * @param certificates how many certificates there are that are no authority's
 */
record Standing(List<TokenSettings> tokens, Optional<Authority> root, Optional<Authority> issuing, long certificates) {
    Standing {
        tokens = List.copyOf(tokens);
    }

    /** A step. */
    enum Step {
        TOKEN,
        ROOT,
        INTERMEDIATE,
        CERTIFICATE,
        DONE
    }

    static Standing of(Session session) throws LedgerException, Problem {
        List<Authority> active = session.register().authorities().all().stream()
                .filter(authority -> authority.state() == Authority.State.ACTIVE)
                .toList();
        long all = session.register().inventory().counts().values().stream()
                .map(Map::values)
                .mapToLong(counts -> counts.stream().mapToLong(Long::longValue).sum())
                .sum();
        return new Standing(
                session.directory().all(),
                active.stream()
                        .filter(authority -> authority.parent().isEmpty())
                        .findFirst(),
                active.stream()
                        .filter(authority -> authority.parent().isPresent())
                        .findFirst(),
                Math.max(0, all - active.size()));
    }

    /** The first step that is not done. */
    Step next() {
        if (issuing.isPresent()) {
            return certificates > 0 ? Step.DONE : Step.CERTIFICATE;
        }
        if (root.isPresent()) {
            return Step.INTERMEDIATE;
        }
        return tokens.isEmpty() ? Step.TOKEN : Step.ROOT;
    }
}
