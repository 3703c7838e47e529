package cairn.ca.lint.view;

import cairn.ca.x509.MalformedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A list of extensions in its order, as certificates, lists and entries of lists have it. */
public final class ExtensionSet {
    private static final ExtensionSet NONE = new ExtensionSet(List.of());

    private final List<ExtensionView> all;

    private ExtensionSet(List<ExtensionView> all) {
        this.all = all;
    }

    static ExtensionSet none() {
        return NONE;
    }

    static ExtensionSet of(Element element) throws MalformedException {
        if (!element.is(Tag.SEQUENCE)) {
            throw new MalformedException("not Extensions", "offset " + element.offset());
        }
        List<ExtensionView> list = new ArrayList<>(10);
        for (Element each : element.children()) {
            list.add(new ExtensionView(each));
        }
        return new ExtensionSet(list);
    }

    /** All of them. */
    public List<ExtensionView> all() {
        return all;
    }

    /** The first of a type. */
    public Optional<ExtensionView> find(String oid) {
        for (ExtensionView each : all) {
            if (each.oid().equals(oid)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    /** Whether there is one of a type. */
    public boolean has(String oid) {
        return find(oid).isPresent();
    }

    /** Whether there is one of a type and it is critical. */
    public boolean isCritical(String oid) {
        return find(oid).map(ExtensionView::isCritical).orElse(false);
    }

    /** Reads the value of a type; what cannot be read is put into {@code defects}. */
    <T> Optional<T> read(String oid, String name, List<Defect> defects, Reader<T> reader) {
        Optional<ExtensionView> found = find(oid);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(reader.read(found.get().requireValue()));
        } catch (MalformedException e) {
            defects.add(new Defect(name, String.valueOf(e.getMessage())));
            return Optional.empty();
        }
    }

    /** Reads the value of a type that is a SEQUENCE OF; what cannot be read is put into {@code defects}. */
    <T> List<T> readList(String oid, String name, List<Defect> defects, Reader<T> reader) {
        return read(oid, name, defects, sequence -> {
                    if (!sequence.is(Tag.SEQUENCE)) {
                        throw new MalformedException("not a SEQUENCE", "offset " + sequence.offset());
                    }
                    List<T> list = new ArrayList<>(sequence.children().size());
                    for (Element each : sequence.children()) {
                        list.add(reader.read(each));
                    }
                    return list;
                })
                .orElse(List.of());
    }

    /** Reads one element. */
    @FunctionalInterface
    interface Reader<T> {
        T read(Element element) throws MalformedException;
    }
}
