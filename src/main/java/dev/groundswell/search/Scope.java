package dev.groundswell.search;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tells questions about winning support from all others: a linear discriminant between the asks of
 * the tips, the examples out of scope, and the examples of each route.
 */
final class Scope {
  private static final double ROUNDNESS = 0.4;

  /** How much nearer to another kind a question must be before it is refused. */
  private static final double BENEFIT_OF_DOUBT = 5.5;

  private final Spread spread;
  private final List<Kind> ours = new ArrayList<>();
  private final List<Kind> others = new ArrayList<>();

  /** Questions of one kind. */
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

  private Scope(
      List<List<float[]>> mine, List<List<float[]>> elsewhere, List<@Nullable Route> routes) {
    spread = new Spread(Stream.concat(mine.stream(), elsewhere.stream()).toList(), ROUNDNESS);
    mine.forEach(group -> ours.add(new Kind(spread.view(Spread.centre(group)), null)));
    for (int i = 0; i < elsewhere.size(); i++) {
      double[] centre = spread.view(Spread.centre(elsewhere.get(i)));
      others.add(new Kind(centre, routes.get(i)));
    }
  }

  static Scope of(Samples samples, Vectors vectors, Embedder embedder) {
    List<List<String>> mine = List.of(samples.asks(), samples.inScope(), samples.lookalikes());
    List<List<String>> elsewhere = new ArrayList<>();
    List<@Nullable Route> routes = new ArrayList<>();
    elsewhere.add(samples.outOfScope());
    routes.add(null);
    for (Routes.Sign sign : samples.signs()) {
      elsewhere.add(sign.examples());
      routes.add(sign.route());
    }
    return new Scope(points(mine, vectors, embedder), points(elsewhere, vectors, embedder), routes);
  }

  private static List<List<float[]>> points(
      List<List<String>> groups, Vectors vectors, Embedder embedder) {
    return groups.stream()
        .map(group -> group.stream().map(text -> vectors.of(text, embedder)).toList())
        .toList();
  }

  Verdict of(float[] question) {
    double[] seen = spread.view(Spread.minus(question, new double[question.length]));
    Kind other = nearest(others, seen);
    double lead = other.nearness(seen) - nearest(ours, seen).nearness(seen);
    return lead <= BENEFIT_OF_DOUBT
        ? new Verdict(true, Optional.empty())
        : new Verdict(false, Optional.ofNullable(other.route));
  }

  private static Kind nearest(List<Kind> kinds, double[] question) {
    return Collections.max(kinds, Comparator.comparingDouble(kind -> kind.nearness(question)));
  }
}
