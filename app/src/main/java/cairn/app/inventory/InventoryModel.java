package cairn.app.inventory;

import cairn.app.fx.dialog.FilePicker;
import cairn.app.fx.screen.Guide;
import cairn.app.fx.screen.Notice;
import cairn.app.fx.screen.ViewModel;
import cairn.app.fx.table.TableModel;
import cairn.app.fx.task.Tasks;
import cairn.app.fx.text.Texts;
import cairn.app.fx.theme.Tone;
import cairn.app.problem.Problem;
import cairn.app.session.FileTarget;
import cairn.app.session.InventoryCsv;
import cairn.app.session.InventoryFilter;
import cairn.app.session.InventoryViews;
import cairn.app.session.Session;
import cairn.ca.audit.AuthorityName;
import cairn.ca.inventory.CertificateSummary;
import cairn.ca.inventory.Inventory;
import cairn.ca.inventory.Selection;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

/** Which certificates are shown: words, filters, filters with a name, columns, and the table of values. */
final class InventoryModel extends ViewModel {
    private static final String EXPIRING = "expiring:";
    private static final String SERIAL = "serial:";

    private final Session session;
    private final Tasks tasks;
    private final Guide guide;
    private final Texts texts;
    private final InstantSource clock;
    private final FilePicker files;
    private final TableModel<CertificateSummary> table;
    private final ObjectProperty<InventoryFilter> filter = new SimpleObjectProperty<>(InventoryFilter.ALL);
    private final ObjectProperty<Inventory.Order> order = new SimpleObjectProperty<>(Inventory.Order.NEWEST_FIRST);
    private final ReadOnlyObjectWrapper<Workspace> workspace =
            new ReadOnlyObjectWrapper<>(new Workspace(List.of(), InventoryViews.none(), -1));
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());

    InventoryModel(Session session, Tasks tasks, Guide guide, Texts texts, InstantSource clock, FilePicker files) {
        this.session = session;
        this.tasks = tasks;
        this.guide = guide;
        this.texts = texts;
        this.clock = clock;
        this.files = files;
        this.table = new TableModel<>(tasks);
    }

    /**
     * What does not depend on the search.
     *
     * @param certificates how many there are in all; below 0 until that is known
     */
    record Workspace(List<AuthorityName> issuers, InventoryViews views, long certificates) {
        Workspace {
            issuers = List.copyOf(issuers);
        }
    }

    TableModel<CertificateSummary> table() {
        return table;
    }

    /** What is looked for; a change searches. */
    ObjectProperty<InventoryFilter> filter() {
        return filter;
    }

    /** What comes first; a change searches. */
    ObjectProperty<Inventory.Order> order() {
        return order;
    }

    ReadOnlyObjectProperty<Workspace> workspace() {
        return workspace.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Problem>> problem() {
        return problem.getReadOnlyProperty();
    }

    /** Reads what the filters offer. */
    void open() {
        tasks.look(
                progress -> {
                    long all = session.register().inventory().counts().values().stream()
                            .flatMap(each -> each.values().stream())
                            .mapToLong(Long::longValue)
                            .sum();
                    List<AuthorityName> issuers = session.register().authorities().all().stream()
                            .map(authority -> authority.name())
                            .toList();
                    return new Workspace(issuers, InventoryViews.of(session), all);
                },
                workspace::set,
                this::failed);
    }

    /** Goes where an address points: words, {@code expiring:DAYS} or {@code serial:HEX}. */
    void show(String detail) {
        String number = detail.startsWith(EXPIRING) ? detail.substring(EXPIRING.length()) : "";
        if (number.matches("[0-9]{1,5}")) {
            look(new InventoryFilter("", Optional.empty(), Optional.empty(), Integer.parseInt(number)));
        } else {
            String words = detail.startsWith(SERIAL) ? detail.substring(SERIAL.length()) : detail;
            look(new InventoryFilter(words, Optional.empty(), Optional.empty(), 0));
        }
    }

    /** Looks for something else, in the order that fits it. */
    void look(InventoryFilter wanted) {
        filter.set(wanted);
        order.set(wanted.order());
        search();
    }

    /** Looks again. */
    void search() {
        Instant now = clock.instant();
        table.search(new CertificateRows(session, filter.get().selection(now), order.get()));
    }

    /** Something was changed: what is held is read again, and what came anew is found. */
    void refresh() {
        open();
        search();
    }

    void save(String name) {
        keep(workspace.get().views().with(name.strip(), filter.get()));
    }

    void forget(String name) {
        keep(workspace.get().views().without(name));
    }

    void columns(List<String> keys) {
        keep(workspace.get().views().showing(keys));
    }

    private void keep(InventoryViews views) {
        Workspace now = workspace.get();
        workspace.set(new Workspace(now.issuers(), views, now.certificates()));
        tasks.look(
                progress -> {
                    views.keep(session);
                    return views;
                },
                kept -> {},
                this::failed);
    }

    /** Writes what is shown to a file that the person chooses. */
    void csv() {
        files.save(texts.get("csv.title"), texts.get("csv.name")).ifPresent(this::csv);
    }

    private void csv(Path file) {
        Instant now = clock.instant();
        Selection selection = filter.get().selection(now);
        Inventory.Order wanted = order.get();
        long about = table.rows().get().size();
        // Where a file of this name is, the dialog has asked whether it may go.
        tasks.act(
                texts.get("csv.doing"),
                progress -> new InventoryCsv(session, now)
                        .write(new FileTarget(file, true), selection, wanted, about, progress),
                written -> {
                    guide.tell(written.map(done -> Notice.done(texts.get("csv.done", done.rows()), file.toString()))
                            .orElseGet(() -> new Notice(
                                    Tone.PLAIN,
                                    texts.get("csv.ended"),
                                    texts.get("csv.ended.words"),
                                    false,
                                    Optional.empty())));
                    guide.changed();
                },
                this::failed);
    }

    private void failed(Problem failure) {
        problem.set(Optional.of(failure));
    }

    @Override
    public void close() {
        table.close();
        super.close();
    }
}
