package dev.groundswell.search;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Map;

/**
 * The English sentence model bge-small-en-v1.5, its weights cut to eight bits, run on one thread of
 * this process. It comes with the application; nothing is downloaded.
 */
final class SentenceModel implements Embedder, AutoCloseable {
  private static final String WEIGHTS = "/bge-small-en-v1.5-q.onnx";
  private static final String PIECES = "/bge-small-en-v1.5-q-tokenizer.json";

  /** More pieces take more time (a tenth of a second for these) and say little more. */
  private static final int MOST_PIECES = 256;

  private final OrtEnvironment environment;
  private final OrtSession session;
  private final WordPieces pieces;

  private SentenceModel(OrtEnvironment environment, OrtSession session, WordPieces pieces) {
    this.environment = environment;
    this.session = session;
    this.pieces = pieces;
  }

  /**
   * Loads the model, in about a second.
   *
   * @throws IOException if its files are not there or cannot be used
   */
  static SentenceModel load() throws IOException {
    try (InputStream weights = open(WEIGHTS);
        InputStream json = open(PIECES);
        OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      options.setCPUArenaAllocator(false);
      OrtEnvironment environment = OrtEnvironment.getEnvironment();
      return new SentenceModel(
          environment,
          environment.createSession(weights.readAllBytes(), options),
          WordPieces.read(json));
    } catch (OrtException e) {
      throw new IOException("the model of meanings cannot be used", e);
    }
  }

  private static InputStream open(String resource) throws IOException {
    InputStream stream = SentenceModel.class.getResourceAsStream(resource);
    if (stream == null) {
      throw new IOException(resource + " is not on the class path");
    }
    return stream;
  }

  @Override
  public String name() {
    return "bge-small-en-v1.5-q/" + MOST_PIECES;
  }

  @Override
  public boolean knows(String word) {
    return pieces.isWord(word);
  }

  @Override
  public float[] embed(String text) {
    long[] ids = pieces.of(text, MOST_PIECES);
    long[] ones = new long[ids.length];
    Arrays.fill(ones, 1);
    try (OnnxTensor input = OnnxTensor.createTensor(environment, new long[][] {ids});
        OnnxTensor mask = OnnxTensor.createTensor(environment, new long[][] {ones});
        OnnxTensor types = OnnxTensor.createTensor(environment, new long[1][ids.length]);
        OrtSession.Result result =
            session.run(
                Map.of("input_ids", input, "attention_mask", mask, "token_type_ids", types))) {
      float[][][] states = (float[][][]) result.get(0).getValue();
      return atDistanceOne(states[0][0]);
    } catch (OrtException e) {
      throw new IllegalStateException("the model of meanings failed", e);
    }
  }

  private static float[] atDistanceOne(float[] point) {
    double sum = 0;
    for (float x : point) {
      sum += (double) x * x;
    }
    float[] normal = new float[point.length];
    for (int i = 0; i < point.length; i++) {
      normal[i] = (float) (point[i] / Math.sqrt(sum));
    }
    return normal;
  }

  @Override
  public void close() throws IOException {
    try {
      session.close();
    } catch (OrtException e) {
      throw new IOException(e);
    }
  }
}
