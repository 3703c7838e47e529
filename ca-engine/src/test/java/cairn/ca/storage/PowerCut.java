package cairn.ca.storage;

import cairn.ca.storage.Trace.Op;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** What a disk holds after the power failed in the middle of a trace. */
final class PowerCut {
    private static final int BLOCK = 4096;

    private final Path folder;
    private final Map<Path, byte[]> before;
    private final Trace trace;

    /** What happens to what was not forced. */
    enum Model {
        /** Each block is there or not, as chance will have it. */
        ANY_BLOCKS,
        /** Nothing is there. */
        NOTHING,
        /** Everything up to some moment is there; the write at that moment is torn. */
        TORN_PREFIX
    }

    /**
     * @param folder the workspace that the trace is about
     * @param before what was in it when the trace began, all forced
     */
    PowerCut(Path folder, Map<Path, byte[]> before, Trace trace) {
        this.folder = folder;
        this.before = Map.copyOf(before);
        this.trace = trace;
    }

    static Map<Path, byte[]> contentOf(Path folder) throws IOException {
        Map<Path, byte[]> content = new HashMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                content.put(file, Files.readAllBytes(file));
            }
        }
        return content;
    }

    /** Puts into {@code target} what is left when the power fails before the operation {@code at}. */
    void leave(int at, Model model, RandomGenerator random, Path target) throws IOException {
        List<Op> done = trace.ops().subList(0, at);
        Disk disk = new Disk(model, random, unforced(done));
        for (Map.Entry<Path, byte[]> file : before.entrySet()) {
            disk.names.put(file.getKey(), trace.fileOf(file.getKey()));
            disk.contents.put(trace.fileOf(file.getKey()), file.getValue().clone());
        }
        for (int i = 0; i < done.size(); i++) {
            disk.take(i, done.get(i));
        }
        for (Map.Entry<Path, Integer> name : disk.names.entrySet()) {
            Path file = target.resolve(folder.relativize(name.getKey()));
            Files.createDirectories(file.getParent());
            Files.write(file, disk.contents.getOrDefault(name.getValue(), new byte[0]));
        }
        Files.createDirectories(target.resolve("crls"));
    }

    /** The operations that no flush came after. */
    private static Set<Integer> unforced(List<Op> done) {
        Map<Object, List<Integer>> waiting = new HashMap<>();
        for (int i = 0; i < done.size(); i++) {
            switch (done.get(i)) {
                case Op.Created op -> wait(waiting, folderOf(op.name()), i);
                case Op.Moved op -> wait(waiting, folderOf(op.to()), i);
                case Op.Deleted op -> wait(waiting, folderOf(op.name()), i);
                case Op.Written op -> wait(waiting, op.file(), i);
                case Op.Truncated op -> wait(waiting, op.file(), i);
                case Op.Forced op -> waiting.remove((Object) op.file());
                case Op.FolderForced op -> waiting.remove((Object) op.folder());
                case Op.Acknowledged op -> {}
            }
        }
        Set<Integer> all = new TreeSet<>();
        waiting.values().forEach(all::addAll);
        return all;
    }

    private static Path folderOf(Path name) {
        return Objects.requireNonNull(name.getParent());
    }

    private static void wait(Map<Object, List<Integer>> waiting, Object on, int op) {
        waiting.computeIfAbsent(on, any -> new ArrayList<>()).add(op);
    }

    /** Names and contents as they come to be. */
    private static final class Disk {
        private final Map<Path, Integer> names = new LinkedHashMap<>();
        private final Map<Integer, byte[]> contents = new HashMap<>();
        private final Model model;
        private final RandomGenerator random;
        private final Set<Integer> unforced;
        private final int tornAt;
        private boolean namesLost;

        Disk(Model model, RandomGenerator random, Set<Integer> unforced) {
            this.model = model;
            this.random = random;
            this.unforced = unforced;
            List<Integer> candidates = List.copyOf(unforced);
            this.tornAt = candidates.isEmpty() ? -1 : candidates.get(random.nextInt(candidates.size()));
        }

        void take(int index, Op op) {
            boolean safe = !unforced.contains(index);
            switch (op) {
                case Op.Created created -> {
                    if (nameKept(safe, index)) {
                        names.put(created.name(), created.file());
                    }
                }
                case Op.Moved moved -> {
                    if (nameKept(safe, index)) {
                        Integer file = names.remove(moved.from());
                        if (file != null) {
                            names.put(moved.to(), file);
                        }
                    }
                }
                case Op.Deleted deleted -> {
                    if (nameKept(safe, index)) {
                        names.remove(deleted.name());
                    }
                }
                case Op.Written written -> write(safe, index, written);
                case Op.Truncated cut -> {
                    if (safe || kept(index)) {
                        contents.merge(cut.file(), new byte[0], (old, none) -> Arrays.copyOf(old, (int) cut.size()));
                    }
                }
                case Op.Forced forced -> {}
                case Op.FolderForced forced -> {}
                case Op.Acknowledged acknowledged -> {}
            }
        }

        /** A journaling file system loses the newest names first. */
        private boolean nameKept(boolean safe, int index) {
            if (safe) {
                return true;
            }
            namesLost = namesLost || !kept(index);
            return !namesLost;
        }

        private boolean kept(int index) {
            return switch (model) {
                case ANY_BLOCKS -> random.nextBoolean();
                case NOTHING -> false;
                case TORN_PREFIX -> index < tornAt;
            };
        }

        private void write(boolean safe, int index, Op.Written op) {
            byte[] octets = op.bytes().octets();
            if (safe) {
                put(op, 0, octets.length);
                return;
            }
            switch (model) {
                case NOTHING -> {}
                case TORN_PREFIX -> {
                    if (index <= tornAt) {
                        put(op, 0, index < tornAt ? octets.length : random.nextInt(octets.length + 1));
                    }
                }
                case ANY_BLOCKS -> {
                    int start = 0;
                    while (start < octets.length) {
                        int end = (int) Math.min(octets.length, start + BLOCK - (op.position() + start) % BLOCK);
                        if (random.nextBoolean()) {
                            put(op, start, end);
                        }
                        start = end;
                    }
                }
            }
        }

        private void put(Op.Written op, int from, int to) {
            if (from == to) {
                return;
            }
            byte[] content = contents.getOrDefault(op.file(), new byte[0]);
            int end = (int) op.position() + to;
            if (end > content.length) {
                content = Arrays.copyOf(content, end);
            }
            System.arraycopy(op.bytes().octets(), from, content, (int) op.position() + from, to - from);
            contents.put(op.file(), content);
        }
    }
}
