package cairn.app.revoke;

import cairn.app.fx.form.Facts;
import cairn.app.fx.form.Parts;
import cairn.app.fx.text.Texts;
import cairn.app.fx.theme.Icons;
import cairn.app.fx.theme.Tone;
import cairn.app.session.BlastRadius;
import cairn.ca.audit.AuthorityName;
import cairn.ca.inventory.CertificateSummary;
import cairn.ca.revocation.RevocationOrder;
import cairn.ca.revocation.RevocationResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;

/** What would stop working, before; and what was recorded, after. */
final class PlanView {
    /** More are counted. */
    private static final int MOST_SHOWN = 50;

    private final RevokeModel model;
    private final Texts texts;

    PlanView(RevokeModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
    }

    List<Node> confirming(Plan plan) {
        List<BlastRadius.Falls> falling = plan.radius().falling();
        List<Node> parts = new ArrayList<>();
        VBox words = Parts.card("");
        words.setId("revoke-confirmation");
        Decision.Kind kind = plan.decision().kind();
        if (falling.isEmpty()) {
            words.getChildren().add(Parts.wrapped(texts.get("nothing"), "heading"));
        } else {
            words.getChildren()
                    .addAll(
                            Parts.wrapped(texts.get("confirm." + kind, falling.size()), "heading"),
                            Parts.wrapped(texts.get("confirm.words." + kind, falling.size())));
        }
        below(plan.radius()).ifPresent(words.getChildren()::add);
        if (plan.decision().blocksKeys() && !falling.isEmpty()) {
            words.getChildren().add(warning(Tone.WARNING, texts.get("confirm.blocks", falling.size())));
        }
        parts.add(words);
        falling.stream().limit(MOST_SHOWN).forEach(each -> parts.add(falls(each)));
        more(falling.size()).ifPresent(parts::add);
        if (!plan.radius().staying().isEmpty()) {
            parts.add(staying(plan.radius().staying()));
        }
        parts.add(buttons(plan, falling.size()));
        return parts;
    }

    private Optional<Node> below(BlastRadius radius) {
        List<AuthorityName> names = radius.falling().stream()
                .flatMap(each -> each.below().stream())
                .distinct()
                .toList();
        if (names.isEmpty()) {
            return Optional.empty();
        }
        String joined = names.stream().map(AuthorityName::text).collect(Collectors.joining(", "));
        return Optional.of(warning(Tone.BAD, texts.get("confirm.below", joined, radius.validBelow())));
    }

    private static Node warning(Tone tone, String words) {
        HBox row = new HBox(Icons.of(tone.shape()), Parts.wrapped(words));
        HBox.setHgrow(row.getChildren().getLast(), Priority.ALWAYS);
        row.getStyleClass().addAll("notice", tone.style());
        return row;
    }

    private Node falls(BlastRadius.Falls falls) {
        if (falls.row().isEmpty()) {
            return Parts.card(falls.order().serialNumber().hex(), Parts.wrapped(texts.get("falls.interrupted")));
        }
        CertificateSummary row = falls.row().get();
        Facts facts = new Facts()
                .add(texts.get("fact.names"), String.join(", ", row.alternativeNames()))
                .add(texts.get("fact.owner"), row.owner())
                .add(texts.get("fact.tags"), String.join(", ", row.tags()))
                .add(texts.get("fact.until"), texts.day(row.validity().notAfter()))
                .add(texts.get("fact.profile"), row.profile())
                .add(texts.get("fact.issuer"), row.issuer().text())
                .add(texts.get("fact.serial"), row.serialNumber().hex(), "mono");
        if (!falls.below().isEmpty()) {
            facts.add(
                    texts.get("fact.below"),
                    texts.get(
                            "fact.below.words",
                            falls.below().stream().map(AuthorityName::text).collect(Collectors.joining(", ")),
                            falls.validBelow()),
                    "strong");
        }
        return Parts.card(row.subject().isEmpty() ? row.serialNumber().hex() : row.subject(), facts);
    }

    private Optional<Node> more(int all) {
        return all <= MOST_SHOWN
                ? Optional.empty()
                : Optional.of(Parts.wrapped(texts.get("more", all - MOST_SHOWN), "quiet"));
    }

    private Node staying(List<BlastRadius.Stays> staying) {
        VBox card = Parts.card(texts.get("staying", staying.size()));
        staying.stream().limit(MOST_SHOWN).forEach(each -> card.getChildren().add(warning(Tone.WARNING, each.words())));
        more(staying.size()).ifPresent(card.getChildren()::add);
        return card;
    }

    private Node buttons(Plan plan, int falling) {
        Button back = Parts.button(texts.get("back"), MaterialDesignA.ARROW_LEFT, model::back);
        back.setId("revoke-back");
        back.setCancelButton(true);
        if (falling == 0) {
            return Parts.buttons(back);
        }
        Decision.Kind kind = plan.decision().kind();
        Button confirm = Parts.button(
                texts.get("confirm.do." + kind, falling),
                kind == Decision.Kind.RELEASE ? MaterialDesignC.CHECK : MaterialDesignC.CANCEL,
                model::confirm,
                kind == Decision.Kind.REVOKE ? "danger" : "accent");
        confirm.setId("revoke-confirm");
        return Parts.buttons(back, confirm);
    }

    List<Node> done(Plan plan) {
        VBox card = Parts.card(texts.get("done"));
        card.setId("revoke-results");
        plan.results().stream()
                .limit(MOST_SHOWN)
                .forEach(result -> card.getChildren().add(result(plan, result)));
        more(plan.results().size()).ifPresent(card.getChildren()::add);
        List<Node> parts = new ArrayList<>(List.of(card));
        for (AuthorityName issuer : plan.issuers()) {
            Button lists = Parts.button(
                    texts.get("lists", issuer.text()),
                    MaterialDesignA.ARROW_RIGHT,
                    () -> model.lists(issuer),
                    "accent");
            lists.setId("revoke-lists");
            lists.setMnemonicParsing(false);
            parts.add(Parts.card(texts.get("behind", issuer.text()), Parts.wrapped(texts.get("behind.words")), lists));
        }
        String last = plan.decision().kind() == Decision.Kind.REVOKE ? texts.get("no-undo") : texts.get("undo");
        Button again = Parts.button(texts.get("again"), MaterialDesignR.REFRESH, model::again);
        again.setId("revoke-again");
        parts.add(Parts.buttons(again, Parts.wrapped(last, "quiet")));
        return parts;
    }

    private Node result(Plan plan, RevocationResult result) {
        return switch (result) {
            case RevocationResult.Recorded(var order) ->
                line(Tone.GOOD, texts.get("result." + plan.decision().kind()), title(plan, order));
            case RevocationResult.Refused(var order, var failure) ->
                line(
                        Tone.BAD,
                        texts.get("result.refused"),
                        title(plan, order) + ": " + Objects.toString(failure.getMessage()));
        };
    }

    private static Node line(Tone tone, String word, String words) {
        return Parts.buttons(Parts.badge(tone, word), Parts.wrapped(words));
    }

    private static String title(Plan plan, RevocationOrder order) {
        return plan.radius().falling().stream()
                .filter(falls -> falls.order().equals(order))
                .flatMap(falls -> falls.row().stream())
                .map(CertificateSummary::subject)
                .filter(subject -> !subject.isEmpty())
                .findFirst()
                .orElse(order.serialNumber().hex());
    }
}
