package dev.groundswell.prompt;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The files under {@code prompts/}, by names such as {@code tips/clinicians.yaml}, always decoded
 * as UTF-8. They are read into memory when this is made; an edit shows in the next one.
 */
public final class PromptFiles {
  private final String label;
  private final Map<String, byte[]> files;

  private PromptFiles(String label, Map<String, byte[]> files) {
    this.label = label;
    this.files = files;
  }

  /** The files that were built into the application, be it a directory of classes or a jar. */
  public static PromptFiles packaged() {
    Path home = home();
    try {
      if (Files.isDirectory(home)) {
        return new PromptFiles("prompts/", contents(home.resolve("prompts")));
      }
      try (FileSystem jar = FileSystems.newFileSystem(home)) {
        return new PromptFiles("prompts/", contents(jar.getPath("/prompts")));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the packaged prompts in " + home, e);
    }
  }

  /** The files of a directory that stands in for {@code prompts/}. */
  public static PromptFiles in(Path directory) {
    String label = directory.toString().replace('\\', '/') + "/";
    try {
      return new PromptFiles(label, contents(directory));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + directory, e);
    }
  }

  /** What a message to a writer calls this file: its path. */
  public String label(String name) {
    return label + name;
  }

  /**
   * The whole text of a file, with its line ends as {@code \n}.
   *
   * @param name with forward slashes, for instance {@code tips/sources.yaml}
   * @throws BrokenFile if there is no such file or it is not UTF-8 without a byte order mark
   */
  public String read(String name) {
    byte[] bytes = files.get(name);
    if (bytes == null) {
      throw new BrokenFile(label(name) + ":1: this file is missing");
    }
    return decode(label(name), bytes);
  }

  /**
   * The names of the files directly in a folder, in alphabetical order; empty if there is no such
   * folder.
   */
  public List<String> list(String folder) {
    String prefix = folder.endsWith("/") ? folder : folder + "/";
    return files.keySet().stream()
        .filter(name -> name.startsWith(prefix) && name.indexOf('/', prefix.length()) < 0)
        .toList();
  }

  private static Path home() {
    CodeSource source = PromptFiles.class.getProtectionDomain().getCodeSource();
    if (source == null) {
      throw new IllegalStateException("the application does not know where its own files are");
    }
    try {
      return Path.of(source.getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, byte[]> contents(Path root) throws IOException {
    Map<String, byte[]> found = new TreeMap<>();
    if (!Files.isDirectory(root)) {
      return found;
    }
    try (Stream<Path> walk = Files.walk(root)) {
      for (Path file : walk.filter(Files::isRegularFile).toList()) {
        found.put(root.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
      }
    }
    return found;
  }

  private static String decode(String where, byte[] bytes) {
    if (starts(bytes, 0xEF, 0xBB, 0xBF)) {
      throw new BrokenFile(
          where + ":1: this file begins with a byte order mark; save it as UTF-8 without BOM");
    }
    if (starts(bytes, 0xFF, 0xFE) || starts(bytes, 0xFE, 0xFF)) {
      throw new BrokenFile(where + ":1: this file is UTF-16; save it as UTF-8");
    }
    try {
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString().replace("\r\n", "\n");
    } catch (CharacterCodingException e) {
      throw new BrokenFile(
          where + ":" + lineOfBadByte(bytes) + ": this line is not UTF-8; save the file as UTF-8");
    }
  }

  private static boolean starts(byte[] bytes, int... mark) {
    for (int i = 0; i < mark.length; i++) {
      if (i >= bytes.length || (bytes[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  private static int lineOfBadByte(byte[] bytes) {
    int line = 1;
    int start = 0;
    for (int i = 0; i <= bytes.length; i++) {
      if (i == bytes.length || bytes[i] == '\n') {
        try {
          UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, start, i - start));
        } catch (CharacterCodingException e) {
          return line;
        }
        line++;
        start = i + 1;
      }
    }
    return 1;
  }
}
