package cairn.app.welcome;

import cairn.app.problem.Problems;
import cairn.app.session.AuthorityCreation;
import cairn.app.session.BatchIssue;
import cairn.app.session.CertificatePlaces;
import cairn.app.session.Export;
import cairn.app.session.ExportForm;
import cairn.app.session.FileTarget;
import cairn.app.session.IssueRun;
import cairn.app.session.TokenSettings;
import cairn.app.session.TokenSetup;
import cairn.ca.audit.AuthorityName;
import cairn.ca.authority.Authority;
import cairn.ca.authority.AuthorityOrder;
import cairn.ca.authority.KeyOrder;
import cairn.ca.issuance.Issuer;
import cairn.ca.profile.Kind;
import cairn.ca.profile.OperatorChoices;
import cairn.ca.profile.Profile;
import cairn.ca.publication.PublicationException;
import cairn.ca.x509.Certificate;
import cairn.ca.x509.DistinguishedName;
import cairn.ca.x509.KeyType;
import cairn.hsm.token.Pin;
import cairn.hsm.token.PinSource;
import cairn.hsm.token.TokenException;
import cairn.hsm.token.TokenSelector;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the first steps do, beside the screen. */
final class FirstDeeds {
    private static final Pattern COMMON_NAME = Pattern.compile("CN=(?:\\\\.|[^,\\\\])*,?");
    private static final Pattern ORGANISATION = Pattern.compile("(?:^|,)O=((?:\\\\.|[^,\\\\])*)");

    private final FirstSteps.Needs needs;

    FirstDeeds(FirstSteps.Needs needs) {
        this.needs = needs;
    }

    /** A subject of these two (RFC 4514). */
    static String subject(String commonName, String organisation) {
        return "CN=" + escaped(commonName) + ",O=" + escaped(organisation);
    }

    private static String escaped(String value) {
        String special = value.replaceAll("([\\\\,+\"<>;=])", "\\\\$1");
        return special.startsWith("#") ? "\\" + special : special;
    }

    /** The organisation that a subject names; empty if it names none. */
    static String organisation(DistinguishedName subject) {
        Matcher found = ORGANISATION.matcher(subject.toString());
        return found.find() ? found.group(1).replaceAll("\\\\(.)", "$1") : "";
    }

    List<String> profiles() throws Exception {
        List<String> names = new ArrayList<>();
        for (String name : needs.session().profiles().names()) {
            Profile profile = needs.session().profiles().get(name);
            if (profile.kind() != Kind.AUTHORITY) {
                names.add(name);
            }
        }
        return names;
    }

    /** Makes a software token and logs in to it; its passphrase is asked for once. */
    TokenSettings makeToken(String name) throws Exception {
        TokenSetup.requireFree(needs.session().directory(), name);
        try (Pin pin = needs.fresh().request(new TokenSelector(name, Optional.empty()), PinSource.Role.USER)) {
            PinSource known = (token, role) -> pin.copy();
            TokenSettings made = new TokenSetup(needs.session(), needs.tokens()).software(name, name, names -> known);
            needs.session().token(made, known);
            return made;
        } catch (TokenException e) {
            throw Problems.of(e);
        }
    }

    Authority createRoot(String subject, KeyType type, TokenSettings token) throws Exception {
        return create(order("root", subject, type, "root-ca"), token, Optional.empty());
    }

    Authority createIssuing(String commonName, KeyType type, TokenSettings token, Authority root) throws Exception {
        String above = root.certificate().orElseThrow().subject().toString();
        String rest = COMMON_NAME.matcher(above).replaceFirst("");
        String subject = "CN=" + escaped(commonName) + (rest.isEmpty() ? "" : "," + rest);
        return create(order("issuing", subject, type, "issuing-ca"), token, Optional.of(root.name()));
    }

    private Authority create(AuthorityOrder order, TokenSettings token, Optional<AuthorityName> parent)
            throws Exception {
        return new AuthorityCreation(order, token, parent).run(needs.session(), needs.pins(), needs.pins());
    }

    /** A creation that was interrupted is gone on with: its key may be on the token already. */
    private AuthorityOrder order(String wanted, String subject, KeyType type, String profile) throws Exception {
        AuthorityName name = new AuthorityName(wanted);
        return new AuthorityOrder(
                name,
                DistinguishedName.parse(subject),
                KeyOrder.of(type).resumed(),
                needs.session().profiles().get(profile),
                OperatorChoices.none(),
                List.of());
    }

    /** Issues for one request; the certificate and those above it are written beside the request. */
    Path issue(Path request, String profile, Authority authority) throws Exception {
        CertificatePlaces places = CertificatePlaces.in(null);
        Profile shape = needs.session().profiles().get(profile);
        Issuer issuer = needs.session().issuer(authority.name(), needs.pins());
        BatchIssue.Outcome outcome = new BatchIssue(
                        needs.session(), issuer, shape, OperatorChoices.none(), List.of(), places)
                .issue(List.of(request))
                .getFirst();
        return switch (outcome) {
            case BatchIssue.Outcome.Issued issued -> write(issued.certificate(), authority, places.of(request));
            case BatchIssue.Outcome.AlreadyIssued known -> write(known.certificate(), authority, places.of(request));
            case BatchIssue.Outcome.Failed failed -> throw failed.failure();
        };
    }

    private Path write(Certificate certificate, Authority authority, Path file) throws Exception {
        FileTarget target = new FileTarget(file, false);
        try {
            new Export(needs.session(), ExportForm.chain, target, needs.clock().instant())
                    .certificates(authority.name(), Optional.of(certificate.serialNumber()));
        } catch (IOException | PublicationException e) {
            throw IssueRun.fileMissing(authority.name(), certificate, Problems.of(e));
        }
        return file;
    }
}
