package cairn.bench.measure;

import java.util.ArrayList;
import java.util.List;

/**
 * What was measured of one variant.
 *
 * @param operations in all rounds that count
 * @param samples microseconds an operation, one number for each round
 */
public record Figure(String group, String name, long operations, List<Double> samples) {
    /** Takes a copy. */
    public Figure {
        samples = List.copyOf(samples);
    }

    /** The median of the rounds. */
    public double micros() {
        return Median.of(samples);
    }

    /** How many times as dear as {@code other}: the median of the ratios round by round, so that noise falls out. */
    public double ratioTo(Figure other) {
        if (samples.size() != other.samples.size()) {
            throw new IllegalArgumentException("not measured in the same rounds: " + name + ", " + other.name);
        }
        List<Double> ratios = new ArrayList<>(samples.size());
        for (int i = 0; i < samples.size(); i++) {
            ratios.add(samples.get(i) / other.samples.get(i));
        }
        return Median.of(ratios);
    }
}
