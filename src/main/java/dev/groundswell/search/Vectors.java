package dev.groundswell.search;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The points of texts, as the build writes them beside the classes. Each is kept under a hash of
 * its text and of the model's name, so that an edited text is simply not found. Coordinates are cut
 * to eight bits: a file of some 700 kB, and cosines that are off by less than a hundredth.
 */
final class Vectors {
  /** Where the build puts them on the class path. */
  static final String RESOURCE = "/search/vectors.bin";

  private static final int FORMAT = 0x47535631;
  private static final int KEY_BYTES = 16;

  private final Map<String, Coarse> points;

  private Vectors(Map<String, Coarse> points) {
    this.points = points;
  }

  /** A point whose coordinates are whole steps from -127 to 127. */
  private static final class Coarse {
    private final float scale;
    private final byte[] steps;

    Coarse(float scale, byte[] steps) {
      this.scale = scale;
      this.steps = steps;
    }

    static Coarse of(float[] point) {
      float most = 1e-9f;
      for (float x : point) {
        most = Math.max(most, Math.abs(x));
      }
      byte[] steps = new byte[point.length];
      for (int i = 0; i < point.length; i++) {
        steps[i] = (byte) Math.round(point[i] / most * 127);
      }
      return new Coarse(most / 127, steps);
    }

    float[] point() {
      float[] point = new float[steps.length];
      for (int i = 0; i < point.length; i++) {
        point[i] = steps[i] * scale;
      }
      return point;
    }
  }

  static Vectors none() {
    return new Vectors(new TreeMap<>());
  }

  /** Those that the build wrote, or none if it wrote none. */
  static Vectors packaged() throws IOException {
    try (InputStream stream = Vectors.class.getResourceAsStream(RESOURCE)) {
      return stream == null ? none() : read(stream);
    }
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IOException if it cannot be read or is something else
   */
  static Vectors read(InputStream stream) throws IOException {
    DataInputStream in = new DataInputStream(stream);
    if (in.readInt() != FORMAT) {
      throw new IOException("these are not vectors of the search");
    }
    int count = in.readInt();
    int dimensions = in.readInt();
    Map<String, Coarse> points = new TreeMap<>();
    for (int i = 0; i < count; i++) {
      String key = HexFormat.of().formatHex(in.readNBytes(KEY_BYTES));
      float scale = in.readFloat();
      byte[] steps = in.readNBytes(dimensions);
      if (steps.length < dimensions) {
        throw new IOException("the vectors of the search are cut off");
      }
      points.put(key, new Coarse(scale, steps));
    }
    return new Vectors(points);
  }

  /** Writes all in the order of their hashes: the same points make the same file. */
  void write(OutputStream stream) throws IOException {
    DataOutputStream out = new DataOutputStream(stream);
    out.writeInt(FORMAT);
    out.writeInt(points.size());
    out.writeInt(points.isEmpty() ? 0 : points.values().iterator().next().steps.length);
    for (Map.Entry<String, Coarse> entry : points.entrySet()) {
      out.write(HexFormat.of().parseHex(entry.getKey()));
      out.writeFloat(entry.getValue().scale);
      out.write(entry.getValue().steps);
    }
    out.flush();
  }

  /**
   * Vectors for exactly these texts; the points that are not here yet are computed, on all cores.
   */
  Vectors completed(Collection<String> texts, Embedder embedder) {
    Map<String, Coarse> complete = new ConcurrentHashMap<>();
    texts.parallelStream()
        .forEach(
            text -> {
              String key = key(text, embedder);
              Coarse known = points.get(key);
              complete.put(key, known == null ? Coarse.of(embedder.embed(text)) : known);
            });
    return new Vectors(new TreeMap<>(complete));
  }

  /** How many of these texts have no point here. */
  long missing(Collection<String> texts, Embedder embedder) {
    return texts.stream().filter(text -> !points.containsKey(key(text, embedder))).count();
  }

  /** True if both hold the same points. */
  boolean sameAs(Vectors other) {
    return points.keySet().equals(other.points.keySet());
  }

  /** The point of a text that is here. */
  float[] of(String text, Embedder embedder) {
    Coarse point = points.get(key(text, embedder));
    if (point == null) {
      throw new IllegalArgumentException("no vector for: " + text);
    }
    return point.point();
  }

  int size() {
    return points.size();
  }

  private static String key(String text, Embedder embedder) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest((embedder.name() + "\n" + text).getBytes(UTF_8));
      return HexFormat.of().formatHex(Arrays.copyOf(hash, KEY_BYTES));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
