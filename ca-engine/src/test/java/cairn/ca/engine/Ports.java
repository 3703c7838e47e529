package cairn.ca.engine;

import cairn.ca.audit.AuditJournal;
import cairn.ca.authority.AuthorityRegister;
import cairn.ca.crl.CrlLedger;
import cairn.ca.issuance.CertificateLedger;
import cairn.ca.revocation.RevocationRegister;

/** The ports on which an engine works. */
public record Ports(
        AuthorityRegister authorities,
        CertificateLedger certificates,
        RevocationRegister revocations,
        CrlLedger lists,
        AuditJournal journal) {}
