package cairn.app.authorities;

import cairn.app.fx.form.Facts;
import cairn.app.fx.form.Parts;
import cairn.app.fx.screen.Address;
import cairn.app.fx.text.Texts;
import cairn.app.fx.theme.Icons;
import cairn.app.fx.theme.Tone;
import cairn.app.session.AuthorityDetails;
import cairn.app.session.Hierarchy;
import cairn.app.session.TokenSettings;
import cairn.ca.audit.AuthorityName;
import cairn.ca.authority.Authority;
import cairn.ca.crl.CrlRecord;
import cairn.ca.inventory.CertificateStatus;
import cairn.ca.signing.KeyAttributes;
import cairn.ca.x509.Certificate;
import cairn.ca.x509.PlainText;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;
import org.kordamp.ikonli.materialdesign2.MaterialDesignK;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignU;

/** What is known of one authority, and what can be done with it. */
final class AuthorityPane {
    private final AuthoritiesModel model;
    private final Texts texts;

    AuthorityPane(AuthoritiesModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
    }

    /** Adds its cards. */
    void draw(AuthorityDetails details, Optional<KeyAttributes> attributes, VBox into) {
        into.getChildren().add(head(details));
        details.member()
                .authority()
                .certificate()
                .ifPresent(certificate ->
                        into.getChildren().addAll(figures(details), certificate(details, certificate), chain(details)));
        into.getChildren().add(key(details, attributes));
    }

    private Node head(AuthorityDetails details) {
        Hierarchy.Member member = details.member();
        Label name = Parts.label(member.name().text(), "title");
        name.setMinWidth(0);
        HBox line = new HBox(
                name,
                Parts.badge(AuthorityCell.tone(member.condition()), texts.choice("condition", member.condition())));
        line.getStyleClass().add("buttons");
        VBox card = Parts.card("", line, Parts.wrapped(texts.choice("meaning", member.condition()), "quiet"));
        FlowPane actions = new FlowPane();
        actions.getStyleClass().add("actions");
        Authority authority = member.authority();
        AuthorityName of = authority.name();
        Optional<Certificate> certificate = authority.certificate();
        if (certificate.isEmpty()) {
            add(actions, "action.accept", MaterialDesignI.INBOX_ARROW_DOWN_OUTLINE, () -> model.accept(of), "accent");
            add(actions, "action.request", MaterialDesignF.FILE_SEND_OUTLINE, () -> model.writeRequest(of));
        } else {
            boolean mayGrow = member.condition() == Hierarchy.Condition.ACTIVE
                    && details.limits()
                            .pathLength()
                            .map(limit -> limit.signum() > 0)
                            .orElse(true);
            if (mayGrow) {
                add(
                        actions,
                        "action.intermediate",
                        MaterialDesignF.FILE_TREE_OUTLINE,
                        () -> model.create(NewKind.INTERMEDIATE, Optional.of(of)));
            }
            add(actions, "action.crl", MaterialDesignP.PLAYLIST_CHECK, () -> model.go(new Address("crls", of.text())));
            add(actions, "action.export", MaterialDesignE.EXPORT_VARIANT, () -> model.export(of));
            add(
                    actions,
                    "action.inspect",
                    MaterialDesignM.MAGNIFY,
                    () -> model.go(AuthoritiesModel.inspection(authority, certificate.get())));
            add(
                    actions,
                    "action.rekey",
                    MaterialDesignK.KEY_CHANGE,
                    () -> model.rekey(authority, certificate.get().subject()));
            if (authority.state() == Authority.State.ACTIVE) {
                add(actions, "action.retire", MaterialDesignA.ARCHIVE_OUTLINE, () -> model.retire(of));
            }
        }
        card.getChildren().add(actions);
        return card;
    }

    private void add(FlowPane actions, String key, Ikon icon, Runnable step, String... styles) {
        Button button = Parts.button(texts.get(key), icon, step, styles);
        button.setId(key.replace('.', '-'));
        actions.getChildren().add(button);
    }

    private Node figures(AuthorityDetails details) {
        FlowPane row = new FlowPane(
                count(details, CertificateStatus.VALID, Tone.GOOD),
                count(details, CertificateStatus.HELD, Tone.WAITING),
                count(details, CertificateStatus.REVOKED, Tone.BAD));
        row.getStyleClass().add("actions");
        Instant now = model.now();
        Facts facts = new Facts();
        facts.add(texts.get("list"), list(details, now));
        return Parts.card(texts.get("issued"), row, facts);
    }

    private Node list(AuthorityDetails details, Instant now) {
        if (details.latest().isEmpty()) {
            return Parts.badge(Tone.WARNING, texts.get("list.none"));
        }
        CrlRecord list = details.latest().get();
        boolean over = !list.nextUpdate().isAfter(now);
        return Parts.badge(
                over ? Tone.BAD : Tone.GOOD,
                texts.get(
                        over ? "list.over" : "list.current",
                        list.number().toString(),
                        list.entries(),
                        texts.moment(list.nextUpdate())));
    }

    private Node count(AuthorityDetails details, CertificateStatus status, Tone tone) {
        return Parts.badge(
                tone, texts.get("count." + status, texts.number(details.counts().getOrDefault(status, 0L))));
    }

    private Node certificate(AuthorityDetails details, Certificate certificate) {
        Facts facts = new Facts()
                .add(texts.get("subject"), certificate.subject().toString())
                .add(texts.get("issuer"), certificate.issuer().toString())
                .add(texts.get("serial"), certificate.serialNumber().hex(), "mono")
                .add(
                        texts.get("validity"),
                        texts.get(
                                "validity.value",
                                texts.moment(certificate.validity().notBefore()),
                                texts.moment(certificate.validity().notAfter())))
                .add(
                        texts.get("path-length"),
                        details.limits()
                                .pathLength()
                                .map(limit -> texts.get("path-length.value", limit))
                                .orElse(texts.get("path-length.none")))
                .add(texts.get("constraints"), constraints(details))
                .add(texts.get("fingerprint"), certificate.fingerprint().hex(), "mono");
        return Parts.card(texts.get("certificate"), facts);
    }

    private String constraints(AuthorityDetails details) {
        return details.limits().subtrees().stream()
                .map(subtree -> texts.get(
                        subtree.excluded() ? "constraints.excluded" : "constraints.permitted",
                        subtree.base().kindWord(),
                        subtree.base().text()))
                .collect(Collectors.joining("\n"));
    }

    private Node chain(AuthorityDetails details) {
        VBox card = Parts.card(texts.get("chain"));
        int depth = 0;
        for (Certificate certificate : details.chain().reversed()) {
            HBox line = new HBox(
                    Icons.of(MaterialDesignC.CERTIFICATE_OUTLINE),
                    Parts.wrapped(certificate.subject().toString()));
            line.getStyleClass().add("chain-line");
            line.setTranslateX(0);
            VBox.setMargin(line, new Insets(0, 0, 0, 18.0 * depth++));
            card.getChildren().add(line);
        }
        return card;
    }

    private Node key(AuthorityDetails details, Optional<KeyAttributes> attributes) {
        Authority authority = details.member().authority();
        Facts facts = new Facts()
                .add(
                        texts.get("token"),
                        details.member()
                                .token()
                                .map(TokenSettings::title)
                                .orElse(texts.get(
                                        "token.unknown", authority.key().tokenLabel())))
                .add(texts.get("algorithm"), authority.algorithm().word())
                .add(texts.get("key-id"), authority.key().keyId(), "mono");
        VBox card = Parts.card(texts.get("key"), facts);
        boolean software = details.member()
                .token()
                .filter(token -> token.kind() == TokenSettings.Kind.SOFTWARE)
                .isPresent();
        if (software) {
            card.getChildren().add(Parts.badge(Tone.WARNING, texts.get("token.software")));
        }
        card.getChildren()
                .add(attributes
                        .map(this::attributes)
                        .orElseGet(() -> Parts.wrapped(texts.get("attributes.unknown"), "quiet")));
        if (details.member().token().isPresent()) {
            Button ask = Parts.button(
                    texts.get("attributes.ask"),
                    MaterialDesignU.USB_FLASH_DRIVE_OUTLINE,
                    () -> model.askToken(authority));
            ask.setId("action-ask");
            card.getChildren().add(ask);
        }
        return card;
    }

    private Node attributes(KeyAttributes known) {
        FlowPane flags = new FlowPane(
                attribute("CKA_LOCAL", known.local(), KeyAttributes.Answer.TRUE),
                attribute("CKA_SENSITIVE", known.sensitive(), KeyAttributes.Answer.TRUE),
                attribute("CKA_ALWAYS_SENSITIVE", known.alwaysSensitive(), KeyAttributes.Answer.TRUE),
                attribute("CKA_EXTRACTABLE", known.extractable(), KeyAttributes.Answer.FALSE),
                attribute("CKA_NEVER_EXTRACTABLE", known.neverExtractable(), KeyAttributes.Answer.TRUE));
        flags.getStyleClass().add("actions");
        VBox all = new VBox(Parts.wrapped(texts.get("attributes"), "quiet"), flags);
        known.remarks().stream()
                .sorted()
                .forEach(remark -> all.getChildren().add(Parts.wrapped(PlainText.escape(remark), "caption")));
        all.setSpacing(6);
        return all;
    }

    private Node attribute(String name, KeyAttributes.Answer answer, KeyAttributes.Answer wanted) {
        Tone tone = answer == KeyAttributes.Answer.NOT_SAID ? Tone.PLAIN : answer == wanted ? Tone.GOOD : Tone.WARNING;
        return Parts.badge(tone, name + ": " + texts.choice("answer", answer));
    }
}
