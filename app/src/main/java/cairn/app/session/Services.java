package cairn.app.session;

import cairn.ca.authority.AuthorityService;
import cairn.ca.authority.OutsideAuthorities;
import cairn.ca.crl.CrlService;
import cairn.ca.issuance.IntentSettlement;
import cairn.ca.issuance.IssuanceService;
import cairn.ca.revocation.RevocationService;

/** The engine's services over one register. */
public record Services(
        AuthorityService authorities,
        OutsideAuthorities outside,
        IssuanceService issuance,
        IntentSettlement settlement,
        RevocationService revocation,
        CrlService crls) {}
