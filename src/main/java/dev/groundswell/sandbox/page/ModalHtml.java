package dev.groundswell.sandbox.page;

import static dev.groundswell.sandbox.blocks.Html.attribute;
import static dev.groundswell.sandbox.blocks.Html.escape;

import dev.groundswell.sandbox.workspace.View;
import dev.groundswell.sandbox.workspace.Views;
import java.util.List;

/** The modal on top, the inside of the page's dialog, and Home. */
final class ModalHtml {
  private final Reader reader;
  private final Views views;

  ModalHtml(Reader reader, Views views) {
    this.reader = reader;
    this.views = views;
  }

  /** The inside of the dialog; empty when no modal is open. */
  String dialog() {
    List<View> open = views.open(reader.person().id());
    if (open.isEmpty()) {
      return "";
    }
    View view = open.get(0);
    boolean pushed = open.size() > 1;
    String close = view.label("close").isEmpty() ? "Cancel" : view.label("close");
    String submit = view.label("submit");
    StringBuilder html = new StringBuilder("<form novalidate");
    html.append(attribute("data-view", view.id())).append(">");
    html.append("<header><h2 id=\"modal-title\">").append(escape(view.label("title")));
    html.append("</h2>");
    if (pushed) {
      html.append("<span class=\"depth\">%d windows open</span>".formatted(open.size()));
    }
    html.append(
        "<button type=\"button\" class=\"quiet\" data-close aria-label=\"Close this window\">✕</button>");
    html.append("</header><div class=\"fields\">");
    String trouble = view.errors().getOrDefault("", "");
    if (!trouble.isEmpty()) {
      html.append("<p class=\"bk-error\" role=\"alert\">").append(escape(trouble)).append("</p>");
    }
    html.append(reader.blocks("v" + view.id()).of(view.blocks(), view.errors()));
    html.append("</div><footer><button type=\"button\" class=\"bk-button\" data-close>");
    html.append(escape(close)).append("</button>");
    if (!submit.isEmpty()) {
      html.append("<button type=\"submit\" class=\"bk-button bk-primary\"")
          .append(view.source().path("submit_disabled").asBoolean() ? " disabled>" : ">")
          .append(escape(submit))
          .append("</button>");
    }
    return html.append("</footer></form>").toString();
  }

  String home() {
    return views
        .home(reader.person().id())
        .map(
            view ->
                "<div class=\"home\" data-view=\"%s\">%s%s</div>"
                    .formatted(
                        escape(view.id()),
                        view.errors().containsKey("")
                            ? "<p class=\"bk-error\" role=\"alert\">"
                                + escape(view.errors().get(""))
                                + "</p>"
                            : "",
                        reader.blocks("h").of(view.blocks(), view.errors())))
        .orElse("<p class=\"empty\">The app has not put anything here yet.</p>");
  }
}
