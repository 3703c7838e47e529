package cairn.app.fx.screen;

import java.util.ArrayList;
import java.util.List;

/** Remembers what a screen asked of the window. */
public final class RememberingGuide implements Guide {
    private final List<Address> gone = new ArrayList<>();
    private final List<Notice> told = new ArrayList<>();
    private int changes;

    @Override
    public void go(Address address) {
        gone.add(address);
    }

    @Override
    public void tell(Notice notice) {
        told.add(notice);
    }

    @Override
    public void changed() {
        changes++;
    }

    /** Where it went, in order. */
    public List<Address> gone() {
        return List.copyOf(gone);
    }

    /** What it told, in order. */
    public List<Notice> told() {
        return List.copyOf(told);
    }

    /** How many changes it told of. */
    public int changes() {
        return changes;
    }
}
