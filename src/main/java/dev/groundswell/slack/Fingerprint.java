package dev.groundswell.slack;

import com.google.gson.Gson;
import com.slack.api.model.view.View;
import com.slack.api.util.json.GsonFactory;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** By what a view is known to look like another one. */
final class Fingerprint {
  private static final Gson GSON = GsonFactory.createSnakeCase();

  private Fingerprint() {}

  /** The same for two views with the same blocks. */
  static String of(View view) {
    try {
      byte[] json = GSON.toJson(view.getBlocks()).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(json));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
