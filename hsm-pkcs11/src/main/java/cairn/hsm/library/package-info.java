/**
 * A PKCS#11 library loaded into this process: its tokens, log-ins, session pools and recovery.
 */
@NullMarked
package cairn.hsm.library;

import org.jspecify.annotations.NullMarked;
