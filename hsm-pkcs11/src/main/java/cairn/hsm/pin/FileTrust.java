package cairn.hsm.pin;

import cairn.hsm.token.TokenException;
import cairn.hsm.token.TokenException.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Who besides its owner may have a hand in a PIN file. */
enum FileTrust {
    /** Nobody: mode 0600 or less. */
    OWNER_ONLY(077),
    /** systemd lets a service's user in by an access list, whose mask shows as the group's read bit. */
    SERVICE_CREDENTIAL(037);

    private static final String FACTS = "unix:mode,uid,ino,dev";
    private static final int STICKY = 01000;
    private static final int WRITABLE_BY_OTHERS = 02;
    private static final int KIND = 0170000;
    private static final int REGULAR = 0100000;
    private static final int LINK = 0120000;
    private static final int MAX_LINKS = 16;
    private static final int SUPERUSER = 0;

    private final int forbidden;

    FileTrust(int forbidden) {
        this.forbidden = forbidden;
    }

    /** Follows links one by one; refuses one that another user could turn. */
    Path resolve(Path file) throws IOException, TokenException {
        Path at = file.toAbsolutePath();
        for (int links = 0; links < MAX_LINKS; links++) {
            Path step = firstLink(at);
            if (step.equals(at) && (facts(at).mode() & KIND) != LINK) {
                return at;
            }
            at = followed(step, at);
        }
        throw refused(file, "too many symbolic links");
    }

    /** Checks every folder on the way and answers the first link found, or the whole path if there is none before. */
    private Path firstLink(Path path) throws IOException, TokenException {
        Path at = Objects.requireNonNull(path.getRoot());
        for (Path name : path) {
            Facts folder = facts(at);
            if ((folder.mode() & WRITABLE_BY_OTHERS) != 0 && (folder.mode() & STICKY) == 0) {
                throw refused(path, "anybody may replace files in " + at);
            }
            at = at.resolve(name);
            Facts facts = facts(at);
            if ((facts.mode() & KIND) == LINK) {
                requireOwner(at, facts.uid());
                return at;
            }
        }
        return at;
    }

    private static Path followed(Path link, Path whole) throws IOException {
        Path target = link.resolveSibling(Files.readSymbolicLink(link));
        return target.resolve(link.relativize(whole)).normalize();
    }

    /** Answers the file's identity. */
    Object check(Path file) throws IOException, TokenException {
        Facts facts = facts(file);
        if ((facts.mode() & KIND) != REGULAR) {
            throw refused(file, "it is not a plain file");
        }
        if ((facts.mode() & forbidden) != 0) {
            throw refused(file, "others may read or write it; make it the owner's alone (chmod 600)");
        }
        requireOwner(file, facts.uid());
        return List.of(facts.inode(), facts.device());
    }

    private static void requireOwner(Path file, int uid) throws IOException, TokenException {
        // A folder that the kernel makes for this very process and gives to the user whom it runs as.
        int mine = facts(Path.of("/proc/self/fd")).uid();
        if (uid != mine && uid != SUPERUSER) {
            throw refused(file, "it belongs to another user");
        }
    }

    private static TokenException refused(Path file, String why) {
        return new TokenException(Failure.LOGIN_REQUIRED, "the PIN file " + file + " is refused: " + why);
    }

    private static Facts facts(Path file) throws IOException {
        Map<String, Object> all = Files.readAttributes(file, FACTS, LinkOption.NOFOLLOW_LINKS);
        return new Facts(number(all, "mode"), number(all, "uid"), fact(all, "ino"), fact(all, "dev"));
    }

    private static int number(Map<String, Object> all, String name) {
        return ((Number) fact(all, name)).intValue();
    }

    private static Object fact(Map<String, Object> all, String name) {
        return Objects.requireNonNull(all.get(name), name);
    }

    private record Facts(int mode, int uid, Object inode, Object device) {}
}
