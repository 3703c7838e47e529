package cairn.testkit.pkcs11;

import java.security.PrivateKey;
import java.util.Map;

/**
 * A fresh key pair.
 *
 * @param shared attributes that follow from the key for both halves
 * @param open attributes of the public half alone
 */
record KeyMaterial(Map<Long, byte[]> shared, Map<Long, byte[]> open, PrivateKey privateKey) {}
