package cairn.ca.x509;

import java.util.ArrayList;
import java.util.List;

/**
 * The outline of an element of damaged or foreign encoding: lengths are cut to what is there, an indefinite length reaches to
 * the end. Good for guessing what a file was meant to be, and for nothing else.
 */
record Shape(int tag, int start, int end, int after) {
    private static final int MAX_CHILDREN = 12;
    private static final Shape NOTHING = new Shape(-1, 0, 0, 0);

    static Shape of(byte[] b) {
        return next(b, 0, b.length, 0);
    }

    static Shape at(List<Shape> shapes, int index) {
        return index < shapes.size() ? shapes.get(index) : NOTHING;
    }

    /** The first dozen elements inside. */
    List<Shape> children(byte[] b) {
        List<Shape> children = new ArrayList<>();
        int at = start;
        while (at < end && children.size() < MAX_CHILDREN) {
            Shape child = next(b, at, end, 0);
            if (child.tag < 0) {
                break;
            }
            children.add(child);
            at = child.after;
        }
        return children;
    }

    boolean isTime() {
        return tag == DerReader.UTC_TIME || tag == DerReader.GENERALIZED_TIME;
    }

    boolean isOid(byte[] b, String dotted) {
        return ObjectIdentifiers.dotted(b, start, end).filter(dotted::equals).isPresent();
    }

    private static Shape next(byte[] b, int at, int limit, int depth) {
        if (limit - at < 2) {
            return NOTHING;
        }
        int first = b[at + 1] & 0xFF;
        int content = at + 2;
        long length = first;
        if (first == 0x80) {
            return indefinite(b, at, limit, depth);
        }
        if (first > 0x80) {
            length = 0;
            for (int i = 0; i < (first & 0x7F) && content < limit && length < Integer.MAX_VALUE; i++) {
                length = (length << 8) | (b[content++] & 0xFF);
            }
        }
        int end = (int) Math.min(limit, content + length);
        return new Shape(b[at] & 0xFF, content, end, end);
    }

    /** Reaches to its two zero octets or, where there are none, to the end. */
    private static Shape indefinite(byte[] b, int from, int limit, int depth) {
        int content = from + 2;
        int at = content;
        while (depth < Der.MAX_DEPTH && at + 1 < limit) {
            if (b[at] == 0 && b[at + 1] == 0) {
                return new Shape(b[from] & 0xFF, content, at, at + 2);
            }
            at = Math.max(at + 2, next(b, at, limit, depth + 1).after);
        }
        return new Shape(b[from] & 0xFF, content, limit, limit);
    }
}
