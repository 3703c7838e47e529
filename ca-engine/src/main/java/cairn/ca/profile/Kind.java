package cairn.ca.profile;

/** What a profile makes: a certificate that may sign certificates, or one that may not. */
public enum Kind {
    AUTHORITY,
    END_ENTITY
}
