package cairn.ca.x509;

import java.util.ArrayList;
import java.util.List;

/**
 * The outline of an element of damaged or foreign encoding: lengths are cut to what is there, an indefinite length reaches to
 * the end. Good for guessing what a file was meant to be, and for nothing else.
 */
record Shape(int tag, int start, int end) {
    private static final int MAX_CHILDREN = 12;
    private static final Shape NOTHING = new Shape(-1, 0, 0);

    static Shape of(byte[] b) {
        return next(b, 0, b.length);
    }

    static Shape at(List<Shape> shapes, int index) {
        return index < shapes.size() ? shapes.get(index) : NOTHING;
    }

    /** The first dozen elements inside. */
    List<Shape> children(byte[] b) {
        List<Shape> children = new ArrayList<>();
        int at = start;
        while (at < end && children.size() < MAX_CHILDREN) {
            Shape child = next(b, at, end);
            if (child.tag < 0) {
                break;
            }
            children.add(child);
            at = child.end;
        }
        return children;
    }

    boolean isTime() {
        return tag == DerReader.UTC_TIME || tag == DerReader.GENERALIZED_TIME;
    }

    boolean isOid(byte[] b, String dotted) {
        return ObjectIdentifiers.dotted(b, start, end).filter(dotted::equals).isPresent();
    }

    private static Shape next(byte[] b, int at, int limit) {
        if (limit - at < 2) {
            return NOTHING;
        }
        int first = b[at + 1] & 0xFF;
        int content = at + 2;
        long length = first;
        if (first == 0x80) {
            length = limit;
        } else if (first > 0x80) {
            length = 0;
            for (int i = 0; i < (first & 0x7F) && content < limit && length < Integer.MAX_VALUE; i++) {
                length = (length << 8) | (b[content++] & 0xFF);
            }
        }
        return new Shape(b[at] & 0xFF, content, (int) Math.min(limit, content + length));
    }
}
