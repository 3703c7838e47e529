package cairn.app.crash;

import java.util.List;
import java.util.stream.Stream;

/** The named steps of issuing a certificate and of signing a list; a kill comes right after what the name says. */
enum Step {
    SERIAL_RESERVED(Left.NOTHING),
    LINTED(Left.NOTHING),
    PREPARED(Left.NOTHING),
    INTENT_HALF_WRITTEN(Left.NOTHING),
    INTENT_WRITTEN(Left.OPEN_INTENT),
    INTENT_FORCED(Left.OPEN_INTENT),
    INTENT_RECORDED(Left.OPEN_INTENT),
    BEFORE_SIGNATURE(Left.OPEN_INTENT),
    AFTER_SIGNATURE(Left.OPEN_INTENT),
    VERIFIED(Left.OPEN_INTENT),
    COMPLETION_HALF_WRITTEN(Left.OPEN_INTENT),
    COMPLETION_WRITTEN(Left.COMPLETED),
    COMPLETION_FORCED(Left.COMPLETED),
    COMPLETED(Left.COMPLETED),

    LIST_NUMBER_RESERVED(Left.NOTHING),
    LIST_LINTED(Left.NOTHING),
    LIST_INTENT_HALF_WRITTEN(Left.NOTHING),
    LIST_INTENT_WRITTEN(Left.OPEN_INTENT),
    LIST_INTENT_FORCED(Left.OPEN_INTENT),
    LIST_INTENT_RECORDED(Left.OPEN_INTENT),
    LIST_BEFORE_SIGNATURE(Left.OPEN_INTENT),
    LIST_AFTER_SIGNATURE(Left.OPEN_INTENT),
    LIST_VERIFIED(Left.OPEN_INTENT),
    LIST_FILE_WRITTEN(Left.OPEN_INTENT),
    LIST_FILE_NAMED(Left.OPEN_INTENT),
    LIST_COMPLETION_HALF_WRITTEN(Left.OPEN_INTENT),
    LIST_COMPLETION_WRITTEN(Left.COMPLETED),
    LIST_COMPLETION_FORCED(Left.COMPLETED),
    LIST_COMPLETED(Left.COMPLETED),
    LIST_PUBLISHED(Left.COMPLETED);

    private final Left left;

    Step(Left left) {
        this.left = left;
    }

    /** What a kill of the program must leave behind. What was written outlives a killed program, forced or not. */
    enum Left {
        NOTHING,
        OPEN_INTENT,
        COMPLETED
    }

    Left left() {
        return left;
    }

    boolean ofList() {
        return name().startsWith("LIST_");
    }

    boolean tearsAWrite() {
        return name().endsWith("_HALF_WRITTEN");
    }

    static List<Step> all() {
        return List.of(values());
    }

    /** Those where the token's process can be killed while the program goes on: all but those that tear a write. */
    static List<Step> survivable() {
        return Stream.of(values()).filter(step -> !step.tearsAWrite()).toList();
    }
}
