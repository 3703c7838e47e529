package cairn.app.inventory;

import cairn.app.fx.text.Texts;
import cairn.app.fx.theme.Tone;
import cairn.app.session.InventoryFilter.Standing;
import cairn.ca.inventory.CertificateSummary;
import java.time.InstantSource;

/** How it stands with a certificate: a word, and the tone that gives it colour and shape. */
record Standings(Texts texts, InstantSource clock) {
    Standing of(CertificateSummary row) {
        return Standing.of(row.status(), row.validity().notAfter(), clock.instant());
    }

    String word(CertificateSummary row) {
        return texts.choice("standing", of(row));
    }

    /** With the reason, of one that is revoked. */
    String words(CertificateSummary row) {
        return row.revoked()
                .filter(revoked -> of(row) == Standing.REVOKED)
                .map(revoked -> texts.get("standing.reason", word(row), revoked.reason()))
                .orElseGet(() -> word(row));
    }

    static Tone tone(Standing standing) {
        return switch (standing) {
            case VALID -> Tone.GOOD;
            case EXPIRED -> Tone.PLAIN;
            case HELD -> Tone.WAITING;
            case REVOKED -> Tone.BAD;
        };
    }
}
