package dev.groundswell.search;

import dev.groundswell.knowledge.Tip;

/**
 * A tip that may help with a question.
 *
 * @param score from 0, has nothing to do with it, to about 1, says just that; good for comparing
 *     the answers to one question, and rounded to four places
 */
public record Answer(Tip tip, double score) {}
