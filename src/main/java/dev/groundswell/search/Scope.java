package dev.groundswell.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tells questions about winning support from all others: a linear discriminant between the asks of
 * the tips, the examples out of scope, and the examples of each route.
 */
final class Scope {
  private static final double ROUNDNESS = 0.2;

  /** How much nearer to another kind a question must be before it is refused. */
  private static final double BENEFIT_OF_DOUBT = 9;

  private final Spread spread;
  private final List<Kind> kinds = new ArrayList<>();

  /** Questions of one kind; the first kind is ours. */
  private static final class Kind {
    private final double[] centre;
    private final @Nullable Route route;

    Kind(double[] centre, @Nullable Route route) {
      this.centre = centre;
      this.route = route;
    }

    double nearness(double[] question) {
      double sum = 0;
      for (int i = 0; i < centre.length; i++) {
        sum += centre[i] * (question[i] - centre[i] / 2);
      }
      return sum;
    }
  }

  /** Whether a question is ours to answer, and if not, where it belongs, if that is known. */
  record Verdict(boolean ours, Optional<Route> route) {}

  private Scope(List<List<float[]>> groups, List<@Nullable Route> routes) {
    spread = new Spread(groups, ROUNDNESS);
    for (int i = 0; i < groups.size(); i++) {
      kinds.add(new Kind(spread.view(Spread.centre(groups.get(i))), routes.get(i)));
    }
  }

  static Scope of(Samples samples, Vectors vectors, Embedder embedder) {
    List<List<String>> texts = new ArrayList<>();
    List<@Nullable Route> routes = new ArrayList<>();
    texts.add(
        Stream.concat(
                samples.tips().stream().flatMap(tip -> tip.asks().stream()),
                samples.signs().stream().flatMap(sign -> sign.lookalikes().stream()))
            .toList());
    routes.add(null);
    texts.add(samples.outOfScope());
    routes.add(null);
    for (Routes.Sign sign : samples.signs()) {
      texts.add(sign.examples());
      routes.add(sign.route());
    }
    return new Scope(
        texts.stream()
            .map(group -> group.stream().map(text -> vectors.of(text, embedder)).toList())
            .toList(),
        routes);
  }

  Verdict of(float[] question) {
    double[] seen = spread.view(Spread.minus(question, new double[question.length]));
    Kind nearest = kinds.get(1);
    for (Kind kind : kinds.subList(2, kinds.size())) {
      if (kind.nearness(seen) > nearest.nearness(seen)) {
        nearest = kind;
      }
    }
    double lead = nearest.nearness(seen) - kinds.get(0).nearness(seen);
    boolean ours = lead <= BENEFIT_OF_DOUBT;
    return new Verdict(ours, ours ? Optional.empty() : Optional.ofNullable(nearest.route));
  }
}
