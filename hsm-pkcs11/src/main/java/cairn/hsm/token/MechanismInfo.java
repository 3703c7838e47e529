package cairn.hsm.token;

import java.util.Set;

/** CK_MECHANISM_INFO; {@code name} is the CKM_ name or {@code 0x…} for a vendor's own number. */
public record MechanismInfo(long type, String name, long minKeySize, long maxKeySize, Set<String> flags) {}
