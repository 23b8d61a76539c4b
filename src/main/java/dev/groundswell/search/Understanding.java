package dev.groundswell.search;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All that is there once the model of meanings is loaded. */
record Understanding(Embedder embedder, Meanings meanings, Scope scope, Spelling spelling) {
  private static final Logger LOG = LoggerFactory.getLogger(Understanding.class);

  /** Takes the points that the build computed and computes those of texts edited since. */
  static Understanding of(Samples samples, Vectors packaged, Embedder embedder) {
    long missing = packaged.missing(samples.texts(), embedder);
    if (missing > 0) {
      LOG.info("{} texts of the search are new since the build; reading them", missing);
    }
    Vectors vectors = packaged.completed(samples.texts(), embedder);
    return new Understanding(
        embedder,
        Meanings.of(samples.tips(), vectors, embedder),
        Scope.of(samples, vectors, embedder),
        new Spelling(samples.texts(), embedder::knows));
  }
}
