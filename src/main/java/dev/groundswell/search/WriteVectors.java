package dev.groundswell.search;

import dev.groundswell.knowledge.TipLibrary;
import dev.groundswell.prompt.Problems;
import dev.groundswell.prompt.PromptFiles;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A step of the build, not of the running bot: puts the points of all texts into a file, so that
 * the start need not compute them. Computes only what is new, and touches nothing when nothing is.
 */
public final class WriteVectors {
  private WriteVectors() {}

  /** Arguments: the directory of the prompts, the file to write. */
  public static void main(String[] args) throws IOException {
    write(Path.of(args[0]), Path.of(args[1]));
  }

  private static void write(Path prompts, Path file) throws IOException {
    PromptFiles files = PromptFiles.in(prompts);
    Problems problems = new Problems();
    Samples samples = Samples.read(TipLibrary.load(files), files, problems);
    problems.throwIfAny();
    try (SentenceModel model = SentenceModel.load()) {
      Vectors before = before(file);
      long missing = before.missing(samples.texts(), model);
      Vectors after = before.completed(samples.texts(), model);
      if (!after.sameAs(before)) {
        System.out.println("Vectors of the search: " + missing + " computed, " + after.size());
        Files.createDirectories(file.toAbsolutePath().getParent());
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
          after.write(out);
        }
      }
    }
  }

  private static Vectors before(Path file) {
    if (!Files.exists(file)) {
      return Vectors.none();
    }
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      return Vectors.read(in);
    } catch (IOException e) {
      System.out.println("Vectors of the search: " + file + " cannot be used, so all are computed");
      return Vectors.none();
    }
  }
}
