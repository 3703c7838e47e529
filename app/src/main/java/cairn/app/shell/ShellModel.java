package cairn.app.shell;

import cairn.app.fx.screen.Address;
import cairn.app.fx.screen.Guide;
import cairn.app.fx.screen.Notice;
import cairn.app.fx.screen.Place;
import cairn.app.fx.task.Job;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** What the window shows: the places, where one is, notices, and work under way. */
public final class ShellModel implements Guide {
    private final ObservableList<Place> places = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<@Nullable Address> here = new ReadOnlyObjectWrapper<>();
    private final ObservableList<Notice> notices = FXCollections.observableArrayList();
    private final ObservableList<Job> jobs = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<TokenLight> light = new ReadOnlyObjectWrapper<>(TokenLight.NONE);
    private final ReadOnlyIntegerWrapper changes = new ReadOnlyIntegerWrapper();
    private final ReadOnlyIntegerWrapper looks = new ReadOnlyIntegerWrapper();
    private final ReadOnlyBooleanWrapper locked = new ReadOnlyBooleanWrapper();

    /** The places that there are now. */
    public ObservableList<Place> places() {
        return places;
    }

    /** Replaces all places, and goes to the first. */
    public void furnish(List<Place> furniture) {
        here.set(null);
        places.setAll(furniture);
        places.stream().findFirst().ifPresent(place -> go(Address.of(place.id())));
    }

    /** Where one is; null while there is no place. */
    public ReadOnlyObjectProperty<@Nullable Address> here() {
        return here.getReadOnlyProperty();
    }

    /** The place of this name. */
    public Optional<Place> place(String id) {
        return places.stream().filter(place -> place.id().equals(id)).findFirst();
    }

    @Override
    public void go(Address address) {
        if (place(address.place()).isEmpty()) {
            throw new IllegalArgumentException("there is no place " + address.place());
        }
        here.set(address);
    }

    /** What was told and not dismissed. */
    public ObservableList<Notice> notices() {
        return notices;
    }

    @Override
    public void tell(Notice notice) {
        notices.remove(notice);
        notices.add(notice);
    }

    /** Somebody read it, or its time is over. */
    public void dismiss(Notice notice) {
        notices.remove(notice);
    }

    /** Work that a person sees. */
    public ObservableList<Job> jobs() {
        return jobs;
    }

    /** Shows a piece of work until it has ended. */
    public void watch(Job job) {
        jobs.add(job);
        job.running().subscribe(running -> {
            if (!running) {
                jobs.remove(job);
            }
        });
    }

    /** How many changes there were. */
    public ReadOnlyIntegerProperty changes() {
        return changes.getReadOnlyProperty();
    }

    @Override
    public void changed() {
        changes.set(changes.get() + 1);
    }

    /** How often what is shown was to be looked at again. */
    ReadOnlyIntegerProperty looks() {
        return looks.getReadOnlyProperty();
    }

    /** The screen that is shown looks again, for something was changed behind its back. */
    public void lookAgain() {
        changed();
        looks.set(looks.get() + 1);
    }

    /** Whether the window is covered. */
    public ReadOnlyBooleanProperty locked() {
        return locked.getReadOnlyProperty();
    }

    /** Covers the window. */
    public void lock() {
        locked.set(true);
    }

    /** Somebody is there again. */
    public void unlock() {
        locked.set(false);
    }

    /** How it stands with the tokens. */
    public ReadOnlyObjectProperty<TokenLight> light() {
        return light.getReadOnlyProperty();
    }

    /** Says how it stands with the tokens. */
    public void light(TokenLight now) {
        light.set(now);
    }
}
