package cairn.app.overview;

import cairn.app.fx.screen.Address;
import cairn.app.fx.screen.Guide;
import cairn.app.fx.screen.ViewModel;
import cairn.app.fx.task.Tasks;
import cairn.app.fx.text.Texts;
import cairn.app.fx.theme.Tone;
import cairn.app.problem.Problem;
import cairn.app.session.Session;
import cairn.app.session.Situation;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** What needs a person today, the most urgent first, each line with the place where it is dealt with. */
final class OverviewModel extends ViewModel {
    /** A list that ends sooner is to be replaced soon. */
    private static final Duration SOON = Duration.ofDays(7);

    private final Session session;
    private final Tasks tasks;
    private final Guide guide;
    private final Texts texts;
    private final InstantSource clock;
    private final ReadOnlyObjectWrapper<Optional<Picture>> picture = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());

    OverviewModel(Session session, Tasks tasks, Guide guide, Texts texts, InstantSource clock) {
        this.session = session;
        this.tasks = tasks;
        this.guide = guide;
        this.texts = texts;
        this.clock = clock;
    }

    /** One thing to be dealt with. */
    record Line(Tone tone, String headline, String words, Address where) {}

    /** Everything that is shown. */
    record Picture(List<Line> lines, Situation situation, boolean empty) {
        Picture {
            lines = List.copyOf(lines);
        }
    }

    ReadOnlyObjectProperty<Optional<Picture>> picture() {
        return picture.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Problem>> problem() {
        return problem.getReadOnlyProperty();
    }

    void refresh() {
        tasks.look(
                progress -> Situation.of(session, clock.instant()),
                situation -> {
                    problem.set(Optional.empty());
                    picture.set(Optional.of(picture(situation)));
                },
                failure -> problem.set(Optional.of(failure)));
    }

    void go(Address where) {
        guide.go(where);
    }

    private Picture picture(Situation now) {
        List<Line> lines = new ArrayList<>();
        if (!now.openIntents().isEmpty()) {
            lines.add(new Line(
                    Tone.BAD,
                    texts.get("open.headline", now.openIntents().size()),
                    texts.get("open.words"),
                    Address.of("inventory")));
        }
        now.lists().forEach(list -> line(list, now.at()).ifPresent(lines::add));
        ending(now).ifPresent(lines::add);
        return new Picture(lines, now, now.lists().isEmpty());
    }

    private Optional<Line> line(Situation.ListLine list, Instant now) {
        String name = list.authority().name().text();
        Address where = new Address("crls", name);
        if (list.standing().latest().isEmpty()) {
            return Optional.of(
                    new Line(Tone.WARNING, texts.get("list.none", name), texts.get("list.none.words"), where));
        }
        if (!list.until().isAfter(now)) {
            return Optional.of(new Line(
                    Tone.BAD,
                    texts.get("list.over", name, texts.day(list.until())),
                    texts.get("list.over.words"),
                    where));
        }
        if (list.standing().isBehind()) {
            long different = list.standing().missing() + list.standing().released();
            return Optional.of(new Line(
                    Tone.BAD, texts.get("list.behind", name), texts.get("list.behind.words", different), where));
        }
        if (list.until().isBefore(now.plus(SOON))) {
            return Optional.of(new Line(
                    Tone.WARNING,
                    texts.get("list.soon", name, texts.day(list.until())),
                    texts.get("list.soon.words"),
                    where));
        }
        return Optional.empty();
    }

    private Optional<Line> ending(Situation now) {
        for (int i = 0; i < Situation.DAYS.size(); i++) {
            long count = now.within().get(i);
            if (count > 0) {
                int days = Situation.DAYS.get(i);
                return Optional.of(new Line(
                        days <= SOON.toDays() ? Tone.WARNING : Tone.PLAIN,
                        texts.get("ending.headline", count, days),
                        texts.get("ending.words"),
                        new Address("inventory", "expiring:" + days)));
            }
        }
        return Optional.empty();
    }
}
