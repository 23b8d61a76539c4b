package dev.groundswell;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Classes that break a rule of the house: compiled for one test, in the rooms they say. */
final class Planted {
  private static final Pattern NAME =
      Pattern.compile("package ([\\w.]+);.*?\\b(?:class|record|interface) (\\w+)", Pattern.DOTALL);

  /** Kept, since it remembers what is in the jars. */
  private static final JavaCompiler COMPILER =
      Objects.requireNonNull(ToolProvider.getSystemJavaCompiler());

  private static final StandardJavaFileManager FILES =
      COMPILER.getStandardFileManager(null, null, null);

  private Planted() {}

  /** Compiles each text, one class or more, and reads the result as ArchUnit sees it. */
  static JavaClasses in(Path directory, String... texts) {
    StringWriter said = new StringWriter();
    try {
      List<Path> sources = new ArrayList<>();
      for (String text : texts) {
        sources.add(write(directory.resolve("source"), text));
      }
      Path classes = Files.createDirectories(directory.resolve("classes"));
      boolean done =
          COMPILER
              .getTask(
                  said,
                  FILES,
                  null,
                  List.of(
                      "-proc:none", "-d", classes.toString(), "-classpath", Classpath.ofThisTest()),
                  null,
                  FILES.getJavaFileObjectsFromPaths(sources))
              .call();
      if (!done) {
        throw new IllegalArgumentException("the planted class does not compile: " + said);
      }
      return new ClassFileImporter().importPath(classes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path write(Path directory, String text) throws IOException {
    Matcher name = NAME.matcher(text);
    if (!name.find()) {
      throw new IllegalArgumentException("no package and class in: " + text);
    }
    Path file = directory.resolve(name.group(1).replace('.', '/')).resolve(name.group(2) + ".java");
    Files.createDirectories(Objects.requireNonNull(file.getParent()));
    return Files.writeString(file, text);
  }
}
