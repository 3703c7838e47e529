package cairn.app.token;

import cairn.app.fx.form.Field;
import cairn.app.fx.text.Texts;
import cairn.app.session.TokenSettings;
import cairn.app.session.TokenSetup;
import cairn.hsm.token.TokenModule;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The form in which a token is made, named or initialised. */
final class NewTokenModel {
    private final TokenPlace.Needs needs;
    private final TokenModel room;
    private final Texts texts;
    private final Field name;
    private final Field label;
    private final Field library;
    private final ObservableList<TokenModule.SlotInfo> slots = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Optional<TokenModule.ModuleInfo>> module =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<TokenModule.SlotInfo>> slot =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final SimpleBooleanProperty erase = new SimpleBooleanProperty();

    NewTokenModel(TokenPlace.Needs needs, TokenModel room, Texts texts) {
        this.needs = needs;
        this.room = room;
        this.texts = texts;
        this.name = new Field("", text -> TokenSettings.isName(text.strip()) ? "" : texts.get("name.fault"));
        this.label = new Field("", text -> text.strip().length() > 32 ? texts.get("label.fault") : "");
        this.library = new Field("", text -> isFile(text) ? "" : texts.get("library.fault"));
    }

    /** What is to come of it. */
    enum Way {
        /** A software token, which is not an HSM. */
        SOFTWARE,
        /** The workspace is told of a token of a library. */
        ADD,
        /** A token of a library is initialised first. */
        INITIALISE
    }

    private static boolean isFile(String text) {
        try {
            return !text.isBlank() && Path.of(text.strip()).isAbsolute();
        } catch (InvalidPathException e) {
            return false;
        }
    }

    Field name() {
        return name;
    }

    Field label() {
        return label;
    }

    Field library() {
        return library;
    }

    /** The slots of the library. */
    ObservableList<TokenModule.SlotInfo> slots() {
        return slots;
    }

    /** What the library says of itself. */
    ReadOnlyObjectProperty<Optional<TokenModule.ModuleInfo>> module() {
        return module.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<TokenModule.SlotInfo>> slot() {
        return slot.getReadOnlyProperty();
    }

    /** Whether what is on the token may be destroyed. */
    SimpleBooleanProperty erase() {
        return erase;
    }

    void chooseLibrary() {
        room.files().open(texts.get("library.title")).stream()
                .findFirst()
                .ifPresent(file -> library.value().set(file.toString()));
    }

    private record Seen(TokenModule.ModuleInfo info, List<TokenModule.SlotInfo> slots) {}

    /** Loads the library, in a process of its own, and shows its slots. */
    void showSlots() {
        if (!library.check()) {
            return;
        }
        Path file = Path.of(library.text());
        room.look(
                progress -> {
                    TokenModule loaded = needs.tokens().module(file, Optional.empty());
                    return new Seen(loaded.info(), loaded.slots());
                },
                seen -> {
                    module.set(Optional.of(seen.info()));
                    slot.set(Optional.empty());
                    slots.setAll(seen.slots());
                });
    }

    void choose(TokenModule.SlotInfo chosen) {
        slot.set(Optional.of(chosen));
        if (chosen.token() != null && chosen.initialized()) {
            label.value().set(chosen.token().label());
        }
    }

    void run(Way way) {
        boolean good = way == Way.SOFTWARE ? Field.checkAll(name) : Field.checkAll(name, label, library);
        if (!good) {
            return;
        }
        String called = name.text();
        String own = label.text().isEmpty() ? called : label.text();
        TokenSetup setup = new TokenSetup(needs.session(), needs.tokens());
        switch (way) {
            case SOFTWARE ->
                room.act(
                        texts.get("act.make", called),
                        progress -> setup.software(called, own, names -> needs.fresh()),
                        this::done);
            case ADD -> {
                Path file = Path.of(library.text());
                room.act(texts.get("act.add", called), progress -> add(called, file, own), this::done);
            }
            case INITIALISE -> {
                TokenSetup.Initialisation wanted = new TokenSetup.Initialisation(
                        called,
                        Path.of(library.text()),
                        own,
                        slot.get().map(TokenModule.SlotInfo::slotId).orElse(TokenModule.FIRST_UNINITIALIZED),
                        erase.get() && slot.get().isPresent());
                room.act(
                        texts.get("act.initialise", called),
                        progress -> setup.initialise(wanted, names -> needs.fresh(), names -> needs.fresh()),
                        this::done);
            }
        }
    }

    private TokenSettings add(String called, Path file, String own) throws Exception {
        TokenSetup.requireFree(needs.session().directory(), called);
        TokenSettings found = TokenSetup.find(needs.tokens(), called, file, own);
        needs.session().directory().add(found);
        return found;
    }

    private void done(TokenSettings token) {
        name.value().set("");
        label.value().set("");
        erase.set(false);
        slot.set(Optional.empty());
        room.made(token);
    }
}
