package cairn.app.authorities;

/** What is to be made. */
enum NewKind {
    ROOT,
    INTERMEDIATE,
    /** A request that an issuer outside of this workspace answers. */
    REQUEST
}
