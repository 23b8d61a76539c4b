package dev.groundswell.slack.practice.chart;

import dev.groundswell.knowledge.Stage;
import dev.groundswell.practice.readiness.Corner;
import dev.groundswell.practice.readiness.Dimension;
import java.util.function.Function;

/**
 * The words in the pictures.
 *
 * @param path the title of the path between the corners
 * @param scales the title of the scales over time
 * @param stages the title of the stages over time
 */
public record Captions(
    String path,
    String scales,
    String stages,
    Function<Dimension, String> dimension,
    Function<Corner, String> corner,
    Function<Stage, String> stage) {}
