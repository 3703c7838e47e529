/** Tests of journal and register together: what is durable, what is refused, and what a power cut leaves. */
@NullMarked
package cairn.ca.storage;

import org.jspecify.annotations.NullMarked;
