package cairn.hsm.token;

import java.util.Optional;

/** Which token: by label, and by serial number where labels repeat. Never by slot, whose numbers move. */
public record TokenSelector(String label, Optional<String> serialNumber) {}
