package cairn.ca.profile;

import java.util.List;
import java.util.Map;

/** A JSON value that knows where in the file it stands. */
sealed interface Located {
    /** Where the value starts. */
    Place place();

    /** What people call this kind of value. */
    String kind();

    /** Line and column, both counted from 1. */
    record Place(int line, int column) {}

    /** A string. */
    record Text(Place place, String value) implements Located {
        @Override
        public String kind() {
            return "a text";
        }
    }

    /** A number as it was written; what it may be is the reader's business. */
    record Numeral(Place place, String digits) implements Located {
        @Override
        public String kind() {
            return "a number";
        }
    }

    /** True or false. */
    record Flag(Place place, boolean value) implements Located {
        @Override
        public String kind() {
            return "true or false";
        }
    }

    /** Null. */
    record Nothing(Place place) implements Located {
        @Override
        public String kind() {
            return "null";
        }
    }

    /** An array. */
    record Items(Place place, List<Located> values) implements Located {
        /** Takes a copy. */
        public Items {
            values = List.copyOf(values);
        }

        @Override
        public String kind() {
            return "a list";
        }
    }

    /** An object; the map keeps the order of the file. */
    record Members(Place place, Map<String, Member> values) implements Located {
        @Override
        public String kind() {
            return "an object";
        }
    }

    /** A key with its place and its value. */
    record Member(Place place, Located value) {}
}
