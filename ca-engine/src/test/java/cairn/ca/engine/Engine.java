package cairn.ca.engine;

import cairn.ca.audit.AuthorityName;
import cairn.ca.audit.TrustedClock;
import cairn.ca.authority.AuthorityOrder;
import cairn.ca.authority.AuthorityService;
import cairn.ca.authority.KeyOrder;
import cairn.ca.authority.OutsideAuthorities;
import cairn.ca.authority.RegisterGate;
import cairn.ca.crl.CrlService;
import cairn.ca.issuance.IntentIds;
import cairn.ca.issuance.IntentSettlement;
import cairn.ca.issuance.IssuanceOrder;
import cairn.ca.issuance.IssuanceService;
import cairn.ca.issuance.Issuer;
import cairn.ca.issuance.Rehearsal;
import cairn.ca.issuance.ThrowAwaySigner;
import cairn.ca.lint.Linter;
import cairn.ca.lint.catalogue.RuleCatalogue;
import cairn.ca.profile.OperatorChoices;
import cairn.ca.profile.Profile;
import cairn.ca.profile.ReadyMadeProfiles;
import cairn.ca.profile.RequestedContent;
import cairn.ca.revocation.RevocationService;
import cairn.ca.x509.DistinguishedName;
import cairn.ca.x509.KeyType;
import cairn.ca.x509.MalformedException;
import cairn.ca.x509.SubjectPublicKey;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;

/** The services of the engine wired as the application wires them, on the ports of a test. */
public final class Engine {
    private static final Linter LINTER = RuleCatalogue.linter();

    private final IssuanceService issuance;
    private final IntentSettlement settlement;
    private final AuthorityService authorities;
    private final OutsideAuthorities outside;
    private final RevocationService revocations;
    private final CrlService lists;

    /** Wires them. */
    public Engine(Ports ports, InstantSource source, SecureRandom random, Executor executor) {
        TrustedClock clock = new TrustedClock(source, ports.journal());
        Rehearsal rehearsal = new Rehearsal(LINTER, new ThrowAwaySigner(random));
        IntentIds ids = new IntentIds(random);
        RegisterGate gate = new RegisterGate(ports.authorities(), ports.revocations()::blockedAmong);
        issuance = new IssuanceService(
                new IssuanceService.Registers(ports.certificates(), gate, ports.journal()),
                clock,
                rehearsal,
                ids,
                executor);
        settlement = new IntentSettlement(ports.certificates());
        authorities = new AuthorityService(ports.authorities(), ports.certificates(), issuance);
        outside = new OutsideAuthorities(ports.authorities(), clock, LINTER);
        revocations = new RevocationService(ports.revocations(), ports.certificates(), clock);
        lists = new CrlService(ports.lists(), ports.revocations(), ports.journal(), clock, rehearsal, ids);
    }

    public IssuanceService issuance() {
        return issuance;
    }

    public IntentSettlement settlement() {
        return settlement;
    }

    public AuthorityService authorities() {
        return authorities;
    }

    public OutsideAuthorities outside() {
        return outside;
    }

    public RevocationService revocations() {
        return revocations;
    }

    public CrlService lists() {
        return lists;
    }

    /** A ready-made profile. */
    public static Profile profile(String name) {
        return ReadyMadeProfiles.find(name).orElseThrow();
    }

    /** An RFC 4514 name that is known to be one. */
    public static DistinguishedName name(String rfc4514) {
        try {
            return DistinguishedName.parse(rfc4514);
        } catch (MalformedException e) {
            throw new IllegalArgumentException(rfc4514, e);
        }
    }

    /** An order for a root whose path has room for two authorities. */
    public static AuthorityOrder root(String name, KeyType type) {
        return authority(name, "root-ca", type, OperatorChoices.none());
    }

    /** An order for an authority that issues to end entities only. */
    public static AuthorityOrder issuing(String name, KeyType type) {
        return authority(name, "issuing-ca", type, OperatorChoices.none());
    }

    /** An order for an authority. */
    public static AuthorityOrder authority(String name, String profile, KeyType type, OperatorChoices choices) {
        return new AuthorityOrder(
                new AuthorityName(name),
                name("CN=" + name + ",O=Fjord Robotics,C=NO"),
                KeyOrder.of(type),
                profile(profile),
                choices,
                List.of());
    }

    /** An order for a device's certificate. */
    public static IssuanceOrder device(Issuer issuer, String name, SubjectPublicKey key) {
        return new IssuanceOrder(
                issuer,
                profile("iot-device"),
                RequestedContent.of(name("CN=" + name + ",O=Fjord Robotics,C=NO"), key),
                Optional.empty(),
                List.of());
    }
}
