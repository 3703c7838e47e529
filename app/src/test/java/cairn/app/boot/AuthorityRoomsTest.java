package cairn.app.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cairn.app.fx.prefs.Preferences;
import cairn.app.fx.text.Language;
import cairn.app.fx.theme.Theme;
import cairn.app.session.ListBook;
import cairn.ca.x509.KeyType;
import cairn.testkit.ExternalTool;
import cairn.testkit.OpenSsl;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DialogPane;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A root and an intermediate are made in the window, their lists signed and exported, and OpenSSL accepts them. */
final class AuthorityRoomsTest {
    @TempDir
    Path folder;

    private DesktopFixture open() throws Exception {
        Path workspace = folder.resolve("ws");
        try (OpenWorkspace made = OpenWorkspace.empty(workspace, InstantSource.system())) {
            made.addToken("soft");
        }
        return window(Theme.LIGHT, Language.ENGLISH);
    }

    private DesktopFixture window(Theme theme, Language language) throws Exception {
        return DesktopFixture.open(
                folder,
                Preferences.usual().with(theme).with(language),
                Optional.of(folder.resolve("ws")),
                InstantSource.system());
    }

    private static void fill(DesktopFixture desktop, String name, String commonName) throws Exception {
        desktop.write("#creation-name", name);
        desktop.write("#creation-cn", commonName);
        desktop.write("#creation-o", "Example, Inc.");
        DesktopFixture.onScreen(() -> {
            ComboBox<?> key = (ComboBox<?>) desktop.stage().getScene().lookup("#creation-key");
            select(key, KeyType.EC_P256);
            return key;
        });
    }

    private static <T> void select(ComboBox<T> box, Object wanted) {
        box.getItems().stream().filter(wanted::equals).findFirst().ifPresent(box::setValue);
    }

    private static void answerPin(DesktopFixture desktop, String pin) throws Exception {
        desktop.write("#pin", pin);
        DesktopFixture.onScreen(() -> {
            Window dialog = Window.getWindows().stream()
                    .filter(each -> each.getScene().getRoot() instanceof DialogPane)
                    .findFirst()
                    .orElseThrow();
            DialogPane pane = (DialogPane) dialog.getScene().getRoot();
            ((Button) pane.lookupButton(pane.getButtonTypes().getFirst())).fire();
            return pane;
        });
    }

    private void picture(DesktopFixture desktop, String name) throws Exception {
        Picture.write(
                DesktopFixture.onScreen(() -> desktop.stage().getScene().snapshot(null)),
                Path.of("target", "screens").resolve(name + ".png"));
    }

    @Test
    void aHierarchyIsMadeAndItsListsAreAcceptedByOthers() throws Exception {
        Path list = folder.resolve("root.crl");
        Path issuingList = folder.resolve("issuing-crl.pem");
        Path chain = folder.resolve("chain.pem");
        try (DesktopFixture desktop = open()) {
            desktop.press("#place-authorities");
            desktop.awaitText("There is no authority yet");
            picture(desktop, "authorities-empty");
            desktop.press("#authorities-root");
            fill(desktop, "root", "The Root");
            desktop.awaitText("CN=The Root,O=Example\\, Inc.");
            picture(desktop, "authorities-form");
            desktop.press("#creation-check");
            answerPin(desktop, OpenWorkspace.PASSPHRASE);
            desktop.awaitText("Is this right?");
            picture(desktop, "authorities-summary");
            desktop.press("#creation-make");
            desktop.awaitText("The root is in service");
            picture(desktop, "authorities-made");
            desktop.press("#creation-intermediate");
            fill(desktop, "issuing", "Issuing");
            desktop.press("#creation-check");
            desktop.awaitText("Is this right?");
            desktop.press("#creation-make");
            desktop.awaitText("The intermediate is in service");
            desktop.press("#creation-crl");
            desktop.awaitText("none signed yet");
            sign(desktop, "issuing", issuingList, "#crl-export-pem");
            choose(desktop, "root");
            desktop.awaitText("none signed yet");
            sign(desktop, "root", list, "#crl-export-der");
            picture(desktop, "crls-current");
            desktop.press("#place-authorities");
            desktop.press("#action-export");
            desktop.answers.next(chain);
            desktop.press("#export-run");
            desktop.await("the chain is written", () -> Files.exists(chain));
        }
        ExternalTool openssl = OpenSsl.require();
        Path rootPem = folder.resolve("root-crl.pem");
        openssl.expectSuccess(
                "crl",
                "-in",
                list.toString(),
                "-inform",
                "DER",
                "-out",
                rootPem.toString(),
                "-CAfile",
                chain.toString());
        Path both = Files.writeString(
                folder.resolve("lists.pem"), Files.readString(issuingList) + Files.readString(rootPem));
        openssl.expectSuccess(
                "verify",
                "-crl_check_all",
                "-x509_strict",
                "-CAfile",
                chain.toString(),
                "-CRLfile",
                both.toString(),
                chain.toString());
    }

    private static void choose(DesktopFixture desktop, String name) throws Exception {
        DesktopFixture.onScreen(() -> {
            ListView<?> list = (ListView<?>) desktop.stage().getScene().lookup("#crls-authorities");
            for (int i = 0; i < list.getItems().size(); i++) {
                if (list.getItems().get(i) instanceof ListBook book
                        && book.authority().name().text().equals(name)) {
                    list.getSelectionModel().select(i);
                }
            }
            return list;
        });
    }

    private static void sign(DesktopFixture desktop, String name, Path file, String form) throws Exception {
        desktop.press("#crl-sign");
        desktop.awaitText("Number 1 is signed");
        desktop.answers.next(file);
        desktop.press(form);
        desktop.await("the list of " + name + " is written", () -> Files.exists(file));
    }

    @Test
    void bothRoomsAreDrawnInEveryDress() throws Exception {
        try (DemoWorkspace demo = DemoWorkspace.in(folder)) {
            demo.revoke(demo.issue("extra", "iot-device"));
            demo.expectDone(
                    "revoke",
                    demo.issue("late", "iot-device").serialNumber(),
                    "--issuer",
                    "demo-issuing",
                    "--reason",
                    "superseded");
        }
        for (Theme theme : List.of(Theme.LIGHT, Theme.DARK)) {
            for (Language language : List.of(Language.ENGLISH, Language.GERMAN)) {
                draw(theme, language);
            }
        }
    }

    private void draw(Theme theme, Language language) throws Exception {
        String name = theme + "-" + language;
        try (DesktopFixture desktop = window(theme, language)) {
            desktop.press("#place-authorities");
            desktop.node("#action-export", Button.class);
            desktop.awaitText("CKA_LOCAL");
            picture(desktop, "authorities-" + name);
            desktop.press("#action-retire");
            desktop.node("#retire-run", Button.class);
            picture(desktop, "authorities-retire-" + name);
            desktop.press("#authorities-root");
            desktop.node("#creation-name", TextField.class);
            desktop.press("#creation-check");
            picture(desktop, "authorities-faults-" + name);
            desktop.press("#place-crls");
            desktop.node("#crl-sign", Button.class);
            choose(desktop, "demo-issuing");
            desktop.node("#crl-history", TableView.class);
            picture(desktop, "crls-" + name);
            DesktopFixture.onScreen(() -> {
                TableView<?> table = (TableView<?>) desktop.stage().getScene().lookup("#crl-history");
                table.getSelectionModel().selectRange(0, 2);
                return table;
            });
            desktop.press("#crl-compare");
            desktop.node("#crl-added", TableView.class);
            picture(desktop, "crls-diff-" + name);
            desktop.press("#crl-back");
            desktop.press("#crl-read");
            desktop.node("#crl-entries", TableView.class);
            picture(desktop, "crls-entries-" + name);
        }
    }

    @Test
    void aWrongPinMakesNothingAndIsExplained() throws Exception {
        try (DesktopFixture desktop = open()) {
            desktop.press("#place-authorities");
            desktop.press("#authorities-root");
            fill(desktop, "root", "The Root");
            desktop.press("#creation-check");
            answerPin(desktop, "wrong");
            desktop.awaitText("The PIN is wrong.");
            picture(desktop, "authorities-wrong-pin");
            assertEquals("root", desktop.node("#creation-name", TextField.class).getText());
        }
        try (OpenWorkspace after = OpenWorkspace.existing(folder.resolve("ws"), InstantSource.system())) {
            assertEquals(List.of(), after.session().register().authorities().all());
        }
    }
}
