package cairn.bench.measure;

import java.util.ArrayList;
import java.util.List;

/**
 * Measures variants in turns: each round runs every variant once, and each begins with another one, so that whatever
 * else the machine does falls on all of them alike.
 *
 * @param warmUps rounds that do not count, while the compiler is at work
 * @param counted rounds that count
 */
public record Rounds(int warmUps, int counted) {
    /** Refuses to count nothing. */
    public Rounds {
        if (warmUps < 0 || counted < 1) {
            throw new IllegalArgumentException("at least one round counts");
        }
    }

    /** One figure for each variant, in their order. */
    public List<Figure> measure(List<Variant> variants) throws Exception {
        List<List<Double>> samples = new ArrayList<>();
        variants.forEach(variant -> samples.add(new ArrayList<>()));
        for (int round = -warmUps; round < counted; round++) {
            for (int i = 0; i < variants.size(); i++) {
                int which = Math.floorMod(i + round, variants.size());
                double micros = micros(variants.get(which));
                if (round >= 0) {
                    samples.get(which).add(micros);
                }
            }
        }
        List<Figure> figures = new ArrayList<>();
        for (int i = 0; i < variants.size(); i++) {
            Variant variant = variants.get(i);
            figures.add(
                    new Figure(variant.group(), variant.name(), (long) variant.operations() * counted, samples.get(i)));
        }
        return figures;
    }

    private static double micros(Variant variant) throws Exception {
        variant.before().run();
        long before = variant.cpu().getAsLong();
        variant.work().run();
        return (variant.cpu().getAsLong() - before) / 1000.0 / variant.operations();
    }
}
