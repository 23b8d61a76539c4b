package dev.groundswell;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import nu.validator.validation.SimpleDocumentValidator;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXParseException;

/** Whether HTML is what the standard says it should be. */
public final class Markup {
  private Markup() {}

  public static List<String> problems(String html) throws Exception {
    List<String> problems = new ArrayList<>();
    ErrorHandler collect =
        new ErrorHandler() {
          @Override
          public void warning(SAXParseException problem) {}

          @Override
          public void error(SAXParseException problem) {
            problems.add(problem.getLineNumber() + ": " + problem.getMessage());
          }

          @Override
          public void fatalError(SAXParseException problem) {
            error(problem);
          }
        };
    SimpleDocumentValidator validator = new SimpleDocumentValidator(true, false, false);
    validator.setUpMainSchema("http://s.validator.nu/html5-rdfalite.rnc", collect);
    validator.setUpValidatorAndParsers(collect, true, false);
    validator.checkHtmlInputSource(new InputSource(new StringReader(html)));
    return problems;
  }
}
